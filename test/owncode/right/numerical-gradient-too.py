import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=['multi_index'])
    while not it.finished:
        idx = it.multi_index
        tmp = x[idx]
        x[idx] = tmp + h
        fxh1 = f(x)
        x[idx] = tmp - h
        fxh2 = f(x)
        grad[idx] = (fxh1 - fxh2) / (2 * h)
        x[idx] = tmp
        it.iternext()
    return grad


class Simple:
    def __init__(self):
        np.random.seed(0)
        self.params = {'W1': np.random.randn(3, 4), 'W2': np.random.randn(4, 2)}

    def loss(self, x, t):
        self.h = sigmoid(x @ self.params['W1'])
        self.y = self.h @ self.params['W2']
        return 0.5 * np.sum((self.y - t) ** 2) / len(x)

    def numerical_gradient(self, x, t):
        return {k: numerical_gradient(lambda _: self.loss(x, t), v) for k, v in self.params.items()}

    def gradient(self, x, t):
        self.loss(x, t)
        d = (self.y - t) / len(x)
        dh = d @ self.params['W2'].T * self.h * (1 - self.h)
        return {'W1': x.T @ dh, 'W2': self.h.T @ d}


net = Simple()
x, t = np.random.randn(6, 3), np.random.randn(6, 2)
g1, g2 = net.numerical_gradient(x, t), net.gradient(x, t)
for k in g1:
    print(k, np.abs(g1[k] - g2[k]).mean())
