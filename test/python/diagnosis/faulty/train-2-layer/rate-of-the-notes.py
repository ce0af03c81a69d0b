import numpy as np


class Network:
    def __init__(self, n_in, n_hidden, n_out):
        np.random.seed(42)
        self.W1 = np.random.randn(n_in, n_hidden)
        self.b1 = np.zeros((1, n_hidden))
        self.W2 = np.random.randn(n_hidden, n_out)
        self.b2 = np.zeros((1, n_out))

    def forward(self, X):
        self.Z1 = X @ self.W1 + self.b1
        self.A1 = np.maximum(0, self.Z1)
        self.Z2 = self.A1 @ self.W2 + self.b2
        self.A2 = np.maximum(0, self.Z2)
        return self.A2

    def step(self, X, Y, lr):
        m = X.shape[0]
        delta = self.A2 - Y
        dW2, db2 = self.A1.T @ delta / m, delta.mean(axis=0, keepdims=True)
        delta = (delta @ self.W2.T) * (self.Z1 > 0)
        dW1, db1 = X.T @ delta / m, delta.mean(axis=0, keepdims=True)
        self.W1 -= lr * dW1  # <- learning-rate-ignored
        self.b1 -= lr * db1
        self.W2 -= lr * dW2
        self.b2 -= lr * db2


def train(X, Y, learning_rate, iterations):
    net = Network(X.shape[1], 5, Y.shape[1])
    costs = []
    for _ in range(iterations):
        A2 = net.forward(X)
        costs.append(np.sum((A2 - Y) ** 2) / len(Y))
        net.step(X, Y, 0.01)  # <- learning-rate-ignored (or)
    return net.W1, net.b1, net.W2, net.b2, costs
