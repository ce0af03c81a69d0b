import numpy as np


def train(X, Y, learning_rate, iterations):
    X = (X - X.mean(axis=0)) / X.std(axis=0)  # <- changed-input
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
        W2 = W2 - learning_rate * (A1.T @ d2 / m)
        b2 = b2 - learning_rate * d2.mean(0, keepdims=True)
        W1 = W1 - learning_rate * (X.T @ d1 / m)
        b1 = b1 - learning_rate * d1.mean(0, keepdims=True)
    return W1, b1, W2, b2, costs
