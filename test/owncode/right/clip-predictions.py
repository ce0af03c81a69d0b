import numpy as np


def bce(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p))


def bce_prime(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return ((1 - y) / (1 - p) - y / p) / np.size(y)


class Sigmoid:
    def forward(self, x):
        self.y = 1 / (1 + np.exp(-x))
        return self.y

    def backward(self, g):
        return g * self.y * (1 - self.y)


class Dense:
    def __init__(self, i, o):
        self.weights = np.random.randn(o, i)
        self.bias = np.random.randn(o, 1)

    def forward(self, x):
        self.x = x
        return self.weights @ x + self.bias

    def backward(self, g):
        self.weights_grad = g @ self.x.T
        self.bias_grad = g.sum(axis=1, keepdims=True)
        return self.weights.T @ g


np.random.seed(3)
layers = [Dense(2, 4), Sigmoid(), Dense(4, 1), Sigmoid()]
X = np.random.randn(2, 16)
Y = (X[:1] > X[1:]).astype(float)
for e in range(100):
    out = X
    for l in layers:
        out = l.forward(out)
    if e % 25 == 0:
        print(bce(Y, out))
    g = bce_prime(Y, out)
    for l in layers[::-1]:
        g = l.backward(g)
    for l in (layers[0], layers[2]):
        l.weights -= 0.5 * l.weights_grad
        l.bias -= 0.5 * l.bias_grad
