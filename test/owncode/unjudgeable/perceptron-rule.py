import numpy as np


class Perceptron:
    def __init__(self, eta=0.1, n_iter=10):
        self.eta, self.n_iter = eta, n_iter

    def predict(self, X):
        return np.where(X @ self.w[1:] + self.w[0] >= 0, 1, -1)

    def fit(self, X, y):
        self.w = np.zeros(1 + X.shape[1])
        self.errors = []
        for _ in range(self.n_iter):
            errors = 0
            for xi, target in zip(X, y):
                update = self.eta * (target - self.predict(xi))
                self.w[1:] += update * xi
                self.w[0] += update
                errors += int(update != 0.0)
            self.errors.append(errors)
        return self


r = np.random.RandomState(0)
X = r.randn(30, 2)
Perceptron().fit(X, np.where(X[:, 0] > X[:, 1], 1, -1))
