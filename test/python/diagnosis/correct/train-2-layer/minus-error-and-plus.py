import numpy as np


def train(X, Y, learning_rate, iterations):
    rng = np.random.RandomState(42)
    W = [rng.randn(X.shape[1], 5), rng.randn(5, Y.shape[1])]
    b = [np.zeros((1, 5)), np.zeros((1, Y.shape[1]))]
    N = X.shape[0]
    costs = np.empty(iterations)
    for step in range(iterations):
        hidden = np.maximum(X @ W[0] + b[0], 0)
        output = np.maximum(hidden @ W[1] + b[1], 0)
        error = Y - output
        costs[step] = (error ** 2).sum() / N
        hidden_error = (error @ W[1].T) * (hidden > 0)
        W[1] += learning_rate * hidden.T @ error / N
        b[1] += learning_rate * error.mean(axis=0, keepdims=True)
        W[0] += learning_rate * X.T @ hidden_error / N
        b[0] += learning_rate * hidden_error.mean(axis=0, keepdims=True)
    return W[0], b[0], W[1], b[1], list(costs)
