import numpy as np


def negative_log_likelihood(w, b, X, y):
    eta = X @ w + b
    return np.mean(np.exp(eta) - y * eta)


def gradient(w, b, X, y):
    r = (np.exp(X @ w + b) - y) / len(y)
    return X.T @ r, r.sum()


rng = np.random.default_rng(0)
X = rng.normal(size=(50, 2)) * 0.5
y = rng.integers(0, 5, 50)
w, b = np.zeros(2), 0.0
for _ in range(100):
    dw, db = gradient(w, b, X, y)
    w = w - 0.1 * dw
    b = b - 0.1 * db
print(w, b, negative_log_likelihood(w, b, X, y))
