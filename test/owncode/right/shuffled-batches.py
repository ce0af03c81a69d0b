import numpy as np


class Model(object):
    def __init__(self, d):
        self.W = np.zeros((d, 3))
        self.data_order = np.random.RandomState(0)

    def loss(self, X, y, reg):
        idx = self.data_order.permutation(len(X))[:16]
        X, y = X[idx], y[idx]
        f = X @ self.W
        f -= f.max(1, keepdims=True)
        p = np.exp(f) / np.exp(f).sum(1, keepdims=True)
        loss = -np.log(p[np.arange(len(y)), y]).mean() + reg * np.sum(self.W ** 2)
        p[np.arange(len(y)), y] -= 1
        return loss, X.T @ p / len(y) + 2 * reg * self.W


np.random.seed(2)
X = np.random.randn(60, 4)
y = np.random.randint(0, 3, 60)
model = Model(4)
for it in range(100):
    loss, grad = model.loss(X, y, 0.01)
    model.W -= 0.1 * grad
    if it % 20 == 0:
        print(it, loss)
