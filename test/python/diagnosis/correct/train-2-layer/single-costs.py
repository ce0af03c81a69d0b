import numpy as np


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    W1, b1 = np.random.randn(X.shape[1], 5), np.zeros((1, 5))
    W2, b2 = np.random.randn(5, Y.shape[1]), np.zeros((1, Y.shape[1]))
    history = []
    for _ in range(iterations):
        Z1 = X @ W1 + b1
        A1 = np.maximum(0, Z1)
        Z2 = A1 @ W2 + b2
        A2 = np.maximum(0, Z2)
        history.append(np.float32(np.sum((A2 - Y) ** 2) / len(Y)))
        dZ2 = (A2 - Y) / len(Y)
        dZ1 = dZ2 @ W2.T * (Z1 > 0)
        W2 = W2 - learning_rate * A1.T @ dZ2
        b2 = b2 - learning_rate * dZ2.sum(axis=0, keepdims=True)
        W1 = W1 - learning_rate * X.T @ dZ1
        b1 = b1 - learning_rate * dZ1.sum(axis=0, keepdims=True)
    return W1, b1, W2, b2, history
