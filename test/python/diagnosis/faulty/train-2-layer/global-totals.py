import numpy as np


class Net:
    def __init__(self, n_in, n_hid, n_out):
        np.random.seed(42)
        self.p = [np.random.randn(n_in, n_hid), np.zeros((1, n_hid)), np.random.randn(n_hid, n_out), np.zeros((1, n_out))]
        self.g = [np.zeros_like(v) for v in self.p]

    def forward(self, X):
        W1, b1, W2, b2 = self.p
        self.z1 = X @ W1 + b1
        self.a1 = np.maximum(self.z1, 0)
        self.a2 = np.maximum(self.a1 @ W2 + b2, 0)
        return self.a2

    def backward(self, X, Y):
        m = len(X)
        d2 = self.a2 - Y
        d1 = d2 @ self.p[2].T * (self.z1 > 0)
        self.g[0] += X.T @ d1 / m  # <- gradients-accumulate
        self.g[1] += d1.mean(0, keepdims=True)  # <- gradients-accumulate (or)
        self.g[2] += self.a1.T @ d2 / m  # <- gradients-accumulate (or)
        self.g[3] += d2.mean(0, keepdims=True)  # <- gradients-accumulate (or)

    def step(self, lr):
        for v, g in zip(self.p, self.g):
            v -= lr * g


def train(X, Y, learning_rate, iterations):
    net = Net(X.shape[1], 5, Y.shape[1])
    costs = []
    for _ in range(iterations):
        out = net.forward(X)
        costs.append(((out - Y) ** 2).sum() / len(X))
        net.backward(X, Y)
        net.step(learning_rate)
    return (*net.p, costs)
