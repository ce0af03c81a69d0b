import numpy as np


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    n, d = X.shape
    w1, c1 = np.random.randn(d, 5), np.zeros((1, 5))
    w2, c2 = np.random.randn(5, Y.shape[1]), np.zeros((1, Y.shape[1]))
    total_w1, total_w2 = 0, 0
    losses = []
    for epoch in range(iterations):
        h_in = X @ w1 + c1
        h = np.maximum(0, h_in)
        out = np.maximum(0, h @ w2 + c2)
        err = out - Y
        losses.append((err ** 2).sum() / n)
        err_h = err @ w2.T * (h_in > 0)
        total_w2 = total_w2 + h.T @ err / n  # <- gradients-accumulate
        total_w1 = total_w1 + X.T @ err_h / n  # <- gradients-accumulate (or)
        w2 = w2 - learning_rate * total_w2
        c2 = c2 - learning_rate * err.mean(axis=0, keepdims=True)
        w1 = w1 - learning_rate * total_w1
        c1 = c1 - learning_rate * err_h.mean(axis=0, keepdims=True)
    return w1, c1, w2, c2, losses
