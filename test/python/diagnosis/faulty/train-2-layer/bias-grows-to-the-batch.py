import numpy as np


def relu(x):
    return np.where(x > 0, x, 0)


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    W1 = np.random.randn(X.shape[1], 5)
    W2 = np.random.randn(5, Y.shape[1])
    b1 = np.zeros((len(X), 5))  # <- bias-per-sample
    b2 = np.zeros((len(X), Y.shape[1]))
    m = len(X)
    costs = []
    for _ in range(iterations):
        z1 = np.dot(X, W1) + b1
        a1 = relu(z1)
        a2 = relu(np.dot(a1, W2) + b2)
        costs.append(np.sum((a2 - Y) ** 2) / m)
        d2 = a2 - Y
        d1 = np.dot(d2, W2.T) * (z1 > 0)
        W2 -= learning_rate * np.dot(a1.T, d2) / m
        W1 -= learning_rate * np.dot(X.T, d1) / m
        b2 -= learning_rate * np.sum(d2, axis=0, keepdims=True) / m
        b1 -= learning_rate * np.sum(d1, axis=0, keepdims=True) / m
    return W1, b1, W2, b2, costs
