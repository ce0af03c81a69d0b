import numpy as np


class LinearRegression:
    """ordinary least squares by gradient descent, one attribute per parameter"""

    def __init__(self, n_features):
        rng = np.random.RandomState(3)
        self.w = rng.randn(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def loss(self, X, y):
        return 0.5 * np.mean((self.predict(X) - y) ** 2)

    def gradient(self, X, y):
        residual = self.predict(X) - y
        grad_w = X.T @ residual / len(y)
        grad_b = residual.mean()
        return grad_w, grad_b

    def fit(self, X, y, lr=0.1, n_iter=100):
        for _ in range(n_iter):
            grad_w, grad_b = self.gradient(X, y)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return self


rng = np.random.RandomState(0)
X = rng.randn(50, 3)
y = X @ np.array([1.5, -2.0, 0.7]) + 0.3 + 0.05 * rng.randn(50)
model = LinearRegression(3).fit(X, y)
print(model.w, model.b, model.loss(X, y))
