import numpy as np


class Autoencoder:
    """weights are tied: the decoder uses W.T"""

    def __init__(self, n, h):
        r = np.random.RandomState(0)
        self.W = r.randn(n, h) * 0.4
        self.b = np.zeros(h)
        self.c = np.zeros(n)

    def forward(self, X):
        self.X = X
        self.H = np.tanh(X @ self.W + self.b)
        self.R = self.H @ self.W.T + self.c
        return self.R

    def loss(self):
        return np.sum((self.R - self.X) ** 2) / len(self.X)

    def backward(self):
        d = 2 * (self.R - self.X) / len(self.X)
        dH = (d @ self.W) * (1 - self.H ** 2)
        self.dW = self.X.T @ dH + d.T @ self.H
        self.db = dH.sum(0)
        self.dc = d.sum(0)

    def update(self, lr):
        self.W -= lr * self.dW
        self.b -= lr * self.db
        self.c -= lr * self.dc


X = np.random.RandomState(1).randn(20, 6)
ae = Autoencoder(6, 3)
for i in range(100):
    ae.forward(X)
    ae.backward()
    ae.update(0.02)
    if i % 25 == 0:
        print(ae.loss())
