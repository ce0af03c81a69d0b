import numpy as np


class Tensor:
    def __init__(self, data, parents=(), grad_fn=None):
        self.data = np.asarray(data, dtype=np.float64)
        self.grad = np.zeros_like(self.data)
        self.parents = parents
        self.grad_fn = grad_fn

    def __matmul__(self, other):
        out = Tensor(self.data @ other.data, (self, other))
        def grad_fn(g):
            self.grad += g @ other.data.T
            other.grad += self.data.T @ g
        out.grad_fn = grad_fn
        return out

    def __add__(self, other):
        out = Tensor(self.data + other.data, (self, other))
        def grad_fn(g):
            self.grad += unbroadcast(g, self.data.shape)
            other.grad += unbroadcast(g, other.data.shape)
        out.grad_fn = grad_fn
        return out

    def relu(self):
        out = Tensor(np.where(self.data > 0, self.data, 0), (self,))
        def grad_fn(g):
            self.grad += g * (self.data > 0)
        out.grad_fn = grad_fn
        return out

    def log_softmax(self):
        shifted = self.data - self.data.max(axis=1, keepdims=True)
        logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        out = Tensor(logp, (self,))
        def grad_fn(g):
            self.grad += g - np.exp(logp) * g.sum(axis=1, keepdims=True)
        out.grad_fn = grad_fn
        return out

    def nll(self, target):
        n = len(target)
        out = Tensor(-self.data[np.arange(n), target].mean(), (self,))
        def grad_fn(g):
            d = np.zeros_like(self.data)
            d[np.arange(n), target] = -1.0 / n
            self.grad += d * g
        out.grad_fn = grad_fn
        return out

    def backward(self):
        order, seen = [], set()
        def visit(node):
            if id(node) in seen:
                return
            seen.add(id(node))
            for parent in node.parents:
                visit(parent)
            order.append(node)
        visit(self)
        self.grad = np.ones_like(self.data)
        for node in reversed(order):
            if node.grad_fn is not None:
                node.grad_fn(node.grad)


def unbroadcast(g, shape):
    while g.ndim > len(shape):
        g = g.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1 and g.shape[axis] != 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


class Linear:
    def __init__(self, n_in, n_out):
        self.W = Tensor(np.random.randn(n_in, n_out) * np.sqrt(2 / n_in))
        self.b = Tensor(np.zeros(n_out))

    def __call__(self, x):
        return x @ self.W + self.b


np.random.seed(1)
l1, l2 = Linear(4, 12), Linear(12, 3)
params = [l1.W, l1.b, l2.W, l2.b]
x, t = np.random.randn(32, 4), np.random.randint(0, 3, 32)
for it in range(30):
    loss = l2(l1(Tensor(x)).relu()).log_softmax().nll(t)
    for p in params:
        p.grad = np.zeros_like(p.data)
    loss.backward()
    for p in params:
        p.data -= 0.1 * p.grad
    if it % 10 == 0:
        print(it, float(loss.data))
