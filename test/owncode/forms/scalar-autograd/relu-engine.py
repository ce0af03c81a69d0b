import numpy as np


class Value:
    def __init__(self, data, children=()):
        self.data = float(data)
        self.grad = 0
        self.children = children
        self.backward_fn = None

    def __add__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        out = Value(self.data + o.data, (self, o))
        def fn():
            self.grad += out.grad
            o.grad += out.grad
        out.backward_fn = fn
        return out

    __radd__ = __add__

    def __mul__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        out = Value(self.data * o.data, (self, o))
        def fn():
            self.grad += o.data * out.grad
            o.grad += self.data * out.grad
        out.backward_fn = fn
        return out

    __rmul__ = __mul__

    def __sub__(self, o):
        return self + o * -1

    def relu(self):
        out = Value(max(0.0, self.data), (self,))
        def fn():
            self.grad += (out.data > 0) * out.grad
        out.backward_fn = fn
        return out

    def exp(self):
        out = Value(np.exp(self.data), (self,))
        def fn():
            self.grad += out.data * out.grad
        out.backward_fn = fn
        return out

    def log(self):
        out = Value(np.log(self.data), (self,))
        def fn():
            self.grad += out.grad / self.data
        out.backward_fn = fn
        return out

    def backward(self):
        order, seen = [], set()
        def visit(v):
            if id(v) in seen:
                return
            seen.add(id(v))
            for c in v.children:
                visit(c)
            order.append(v)
        visit(self)
        self.grad = 1
        for v in order[::-1]:
            if v.backward_fn:
                v.backward_fn()


rng = np.random.default_rng(3)
W1 = [[Value(rng.normal()) for _ in range(2)] for _ in range(4)]
b1 = [Value(0.1) for _ in range(4)]
W2 = [Value(rng.normal()) for _ in range(4)]
b2 = Value(0)
parameters = [p for row in W1 for p in row] + b1 + W2 + [b2]


def forward(x):
    h = [sum((w * xi for w, xi in zip(row, x)), b).relu() for row, b in zip(W1, b1)]
    return sum((w * hi for w, hi in zip(W2, h)), b2)


def loss_fn(X, y):
    # log(1 + exp(-y * score)), labels are -1 and 1
    total = Value(0)
    for x, t in zip(X, y):
        total = total + ((forward(x) * (-t)).exp() + 1).log()
    return total * (1 / len(X))


X = rng.normal(size=(10, 2))
y = np.where(X[:, 0] * X[:, 1] > 0, 1, -1)

for epoch in range(15):
    for p in parameters:
        p.grad = 0
    loss = loss_fn(X, y)
    loss.backward()
    for p in parameters:
        p.data -= 0.3 * p.grad
    if epoch % 5 == 0:
        print(f"{epoch} {loss.data:.4f}")
