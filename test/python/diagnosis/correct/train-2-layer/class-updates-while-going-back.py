import numpy as np


class Model:
    def __init__(self, dims):
        np.random.seed(42)
        self.W = [np.random.randn(a, b) for a, b in zip(dims, dims[1:])]
        self.b = [np.zeros((1, n)) for n in dims[1:]]

    def forward(self, x):
        self.a = [x]
        for W, b in zip(self.W, self.b):
            self.a.append(np.maximum(self.a[-1] @ W + b, 0))
        return self.a[-1]

    def backward(self, y, rate):
        m, d = len(y), self.a[-1] - y
        for l in (1, 0):
            gW, gb = self.a[l].T @ d / m, d.mean(0, keepdims=True)
            d = (d @ self.W[l].T) * (self.a[l] > 0)
            self.W[l] -= rate * gW
            self.b[l] -= rate * gb


def train(X, Y, learning_rate, iterations):
    model = Model([X.shape[1], 5, Y.shape[1]])
    costs = []
    for _ in range(iterations):
        out = model.forward(X)
        costs.append(np.sum(np.square(out - Y)) / len(Y))
        model.backward(Y, learning_rate)
    return model.W[0], model.b[0], model.W[1], model.b[1], costs
