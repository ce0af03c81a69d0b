import numpy as np


class LogisticL2:
    def __init__(self, n_features, lam=0.2):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.lam = lam

    def predict_proba(self, X):
        return 1 / (1 + np.exp(-(X @ self.w + self.b)))

    def loss(self, X, y):
        p = self.predict_proba(X)
        entropy = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
        return entropy + self.lam / 2 * np.sum(self.w ** 2)

    def gradient(self, X, y):
        p = self.predict_proba(X)
        diff = p - y
        dw = X.T @ diff / len(y) + self.lam * self.w
        db = diff.sum() / len(y)
        return dw, db

    def fit(self, X, y, lr=0.3, rounds=100):
        for _ in range(rounds):
            dw, db = self.gradient(X, y)
            self.w -= lr * dw
            self.b -= lr * db
        return self


rng = np.random.RandomState(4)
X = rng.randn(30, 3)
y = (X @ np.array([1.0, -2.0, 0.5]) > 0).astype(float)
model = LogisticL2(3).fit(X, y)
print(model.loss(X, y))
