import numpy as np


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    W1, b1 = np.random.randn(X.shape[1], 5), np.zeros((1, 5))
    W2, b2 = np.random.randn(5, Y.shape[1]), np.zeros((1, Y.shape[1]))
    vW1, vb1, vW2, vb2 = 0, 0, 0, 0
    m, costs = X.shape[0], []
    for t in range(iterations):
        Z1 = X @ W1 + b1
        A1 = np.maximum(0, Z1)
        Z2 = A1 @ W2 + b2
        A2 = np.maximum(0, Z2)
        costs.append(((A2 - Y) ** 2).sum() / m)
        d2 = A2 - Y
        d1 = d2 @ W2.T * (Z1 > 0)
        vW2 = 0.9 * vW2 + A1.T @ d2 / m  # <- wrong-update
        vb2 = 0.9 * vb2 + d2.sum(0, keepdims=True) / m
        vW1 = 0.9 * vW1 + X.T @ d1 / m
        vb1 = 0.9 * vb1 + d1.sum(0, keepdims=True) / m
        W1 = W1 - learning_rate * vW1
        b1 = b1 - learning_rate * vb1
        W2 = W2 - learning_rate * vW2
        b2 = b2 - learning_rate * vb2
    return W1, b1, W2, b2, costs
