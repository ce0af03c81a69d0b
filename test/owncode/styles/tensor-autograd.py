import numpy as np


class Tensor:
    def __init__(self, data, _children=()):
        self.data = np.array(data, dtype=float)
        self.grad = np.zeros_like(self.data)
        self._backward = lambda: None
        self._prev = set(_children)

    def __add__(self, other):
        out = Tensor(self.data + other.data, (self, other))

        def _backward():
            self.grad += _unbroadcast(out.grad, self.data.shape)
            other.grad += _unbroadcast(out.grad, other.data.shape)
        out._backward = _backward
        return out

    def __matmul__(self, other):
        out = Tensor(self.data @ other.data, (self, other))

        def _backward():
            self.grad += out.grad @ other.data.T
            other.grad += self.data.T @ out.grad
        out._backward = _backward
        return out

    def tanh(self):
        t = np.tanh(self.data)
        out = Tensor(t, (self,))

        def _backward():
            self.grad += (1 - t ** 2) * out.grad
        out._backward = _backward
        return out

    def mse(self, target):
        diff = self.data - target
        out = Tensor((diff ** 2).mean(), (self,))

        def _backward():
            self.grad += 2 * diff / diff.size * out.grad
        out._backward = _backward
        return out

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if v not in seen:
                seen.add(v)
                for child in v._prev:
                    visit(child)
                order.append(v)
        visit(self)
        self.grad = np.ones_like(self.data)
        for v in reversed(order):
            v._backward()


def _unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    for i, n in enumerate(shape):
        if n == 1:
            grad = grad.sum(axis=i, keepdims=True)
    return grad


rng = np.random.default_rng(4)
X = Tensor(rng.normal(size=(20, 2)))
Y = rng.normal(size=(20, 1))
W1, b1 = Tensor(rng.normal(size=(2, 6))), Tensor(np.zeros((1, 6)))
W2, b2 = Tensor(rng.normal(size=(6, 1))), Tensor(np.zeros((1, 1)))
for epoch in range(30):
    for p in (W1, b1, W2, b2):
        p.grad = np.zeros_like(p.data)
    pred = (X @ W1 + b1).tanh() @ W2 + b2
    loss = pred.mse(Y)
    loss.backward()
    for p in (W1, b1, W2, b2):
        p.data -= 0.1 * p.grad
print(loss.data)
