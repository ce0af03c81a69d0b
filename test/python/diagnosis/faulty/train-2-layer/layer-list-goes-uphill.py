import numpy as np


class Layer:
    def __init__(self, n, k):
        self.W = np.random.randn(n, k)
        self.b = np.zeros((1, k))

    def forward(self, x):
        self.x = x
        self.z = x @ self.W + self.b
        return np.maximum(self.z, 0)

    def backward(self, d):
        self.dW = self.x.T @ d / len(d)
        self.db = d.mean(axis=0, keepdims=True)
        return d @ self.W.T

    def step(self, lr):
        self.W += lr * self.dW  # <- gradient-ascent
        self.b += lr * self.db


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    net = [Layer(X.shape[1], 5), Layer(5, Y.shape[1])]
    costs = []
    for _ in range(iterations):
        out = X
        for layer in net:
            out = layer.forward(out)
        costs.append(np.sum((out - Y) ** 2) / len(Y))
        d = net[1].backward(out - Y)
        net[0].backward(d * (net[0].z > 0))
        for layer in net:
            layer.step(learning_rate)
    return net[0].W, net[0].b, net[1].W, net[1].b, costs
