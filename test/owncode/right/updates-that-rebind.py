import numpy as np


class NN:
    def __init__(self, sizes):
        rng = np.random.RandomState(4)
        self.weights = [rng.randn(a, b) for a, b in zip(sizes, sizes[1:])]
        self.bias = [rng.randn(1, b) for b in sizes[1:]]

    def forward(self, x):
        outs = [x]
        for w, b in zip(self.weights, self.bias):
            outs.append(1 / (1 + np.exp(-(outs[-1] @ w + b))))
        return outs

    def loss(self, x, t):
        return ((self.forward(x)[-1] - t) ** 2).sum() / 2

    def fit_once(self, x, t, lr):
        outs = self.forward(x)
        delta = (outs[-1] - t) * outs[-1] * (1 - outs[-1])
        new_w, new_b = [], []
        for i in range(len(self.weights) - 1, -1, -1):
            new_w.insert(0, self.weights[i] - lr * outs[i].T @ delta)
            new_b.insert(0, self.bias[i] - lr * delta.sum(0, keepdims=True))
            if i:
                delta = delta @ self.weights[i].T * outs[i] * (1 - outs[i])
        self.weights, self.bias = new_w, new_b


net = NN([2, 4, 1])
x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([[0], [1], [1], [0]])
for i in range(100):
    net.fit_once(x, t, 0.5)
print(net.loss(x, t))
