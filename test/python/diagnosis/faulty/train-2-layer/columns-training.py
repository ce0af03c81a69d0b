import numpy as np


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    n_x, m = X.shape
    n_y = Y.shape[0]
    W1 = np.random.randn(5, n_x)
    b1 = np.zeros((5, 1))
    W2 = np.random.randn(n_y, 5)
    b2 = np.zeros((n_y, 1))
    costs = []
    for _ in range(iterations):
        Z1 = W1 @ X + b1  # <- samples-in-columns
        A1 = np.maximum(0, Z1)
        Z2 = W2 @ A1 + b2
        A2 = np.maximum(0, Z2)
        costs.append(np.sum((A2 - Y) ** 2) / m)
        dZ2 = A2 - Y
        dW2 = dZ2 @ A1.T / m
        db2 = dZ2.sum(axis=1, keepdims=True) / m
        dZ1 = (W2.T @ dZ2) * (Z1 > 0)
        dW1 = dZ1 @ X.T / m
        db1 = dZ1.sum(axis=1, keepdims=True) / m
        W1 -= learning_rate * dW1
        b1 -= learning_rate * db1
        W2 -= learning_rate * dW2
        b2 -= learning_rate * db2
    return W1, b1, W2, b2, costs
