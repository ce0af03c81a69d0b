import numpy as np


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    W1 = np.random.randn(X.shape[1], 5)
    b1 = np.zeros((1, 5))
    W2 = np.random.randn(5, Y.shape[1])
    b2 = np.zeros((1, Y.shape[1]))
    m = X.shape[0]
    costs = []
    for i in range(iterations):
        Z1 = X @ W1 + b1
        A1 = np.maximum(Z1, 0)
        Z2 = A1 @ W2 + b2
        A2 = np.maximum(Z2, 0)
        costs.append(np.sum((A2 - Y) ** 2) / m)
        dZ2 = A2 - Y
        dW2 = A1.T @ dZ2 / m
        db2 = np.sum(dZ2, axis=0, keepdims=True) / m
        dZ1 = dZ2 @ W2.T * (Z1 > 0)
        dW1 = X.T @ dZ1 / m
        db1 = np.sum(dZ1, axis=0, keepdims=True) / m
        W1 -= learning_rate * dW1
        b1 -= learning_rate * db1
        W2 -= learning_rate * dW2
        b2 -= learning_rate * db2
        learning_rate *= 0.95  # <- wrong-update
    return W1, b1, W2, b2, costs
