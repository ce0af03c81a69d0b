import numpy as np


def sigmoid(z):
    return 1. / (1. + np.exp(-z))


def predict_proba(X, w, b):
    return sigmoid(X @ w + b)


def log_loss(X, y, w, b, lam):
    p = predict_proba(X, w, b)
    n = len(y)
    return -(y @ np.log(p) + (1 - y) @ np.log(1 - p)) / n + lam / 2 * np.dot(w, w)


def gradients(X, y, w, b, lam):
    n = len(y)
    p = predict_proba(X, w, b)
    dw = X.T @ (p - y) / n + lam * w
    db = np.sum(p - y) / n
    return dw, db


def gradient_descent(X, y, lr=0.5, lam=0.01, epochs=200):
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for epoch in range(epochs):
        dw, db = gradients(X, y, w, b, lam)
        w = w - lr * dw
        b = b - lr * db
        history.append(log_loss(X, y, w, b, lam))
    return w, b, history


if __name__ == '__main__':
    rng = np.random.default_rng(7)
    X = np.vstack([rng.normal(-1, 1, (25, 3)), rng.normal(1, 1, (25, 3))])
    y = np.array([0] * 25 + [1] * 25)
    w, b, history = gradient_descent(X, y)
    print("loss went from", history[0], "to", history[-1])
