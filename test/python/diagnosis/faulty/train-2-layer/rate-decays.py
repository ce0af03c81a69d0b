import numpy as np


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    W1, b1 = np.random.randn(X.shape[1], 5), np.zeros((1, 5))
    W2, b2 = np.random.randn(5, Y.shape[1]), np.zeros((1, Y.shape[1]))
    m, costs = X.shape[0], []
    for t in range(iterations):
        Z1 = X @ W1 + b1
        A1 = np.maximum(0, Z1)
        Z2 = A1 @ W2 + b2
        A2 = np.maximum(0, Z2)
        costs.append(((A2 - Y) ** 2).sum() / m)
        d2 = A2 - Y
        d1 = d2 @ W2.T * (Z1 > 0)
        lr = learning_rate / (1 + 0.1 * t)  # <- wrong-update
        W2 = W2 - lr * (A1.T @ d2 / m)
        b2 = b2 - lr * d2.mean(0, keepdims=True)
        W1 = W1 - lr * (X.T @ d1 / m)
        b1 = b1 - lr * d1.mean(0, keepdims=True)
    return W1, b1, W2, b2, costs
