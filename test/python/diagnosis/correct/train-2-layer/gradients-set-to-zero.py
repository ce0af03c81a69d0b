import numpy as np


class Parameter:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros_like(data)


def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    W1, W2 = Parameter(np.random.randn(X.shape[1], 5)), Parameter(np.random.randn(5, Y.shape[1]))
    b1, b2 = Parameter(np.zeros((1, 5))), Parameter(np.zeros((1, Y.shape[1])))
    parameters = [W1, b1, W2, b2]
    costs = []
    for _ in range(iterations):
        for p in parameters:
            p.grad[:] = 0
        Z1 = X @ W1.data + b1.data
        A1 = np.maximum(Z1, 0)
        A2 = np.maximum(A1 @ W2.data + b2.data, 0)
        costs.append(float(np.sum((A2 - Y) ** 2) / len(X)))
        d2 = (A2 - Y) / len(X)
        d1 = (d2 @ W2.data.T) * (Z1 > 0)
        W2.grad += A1.T @ d2
        b2.grad += d2.sum(0, keepdims=True)
        W1.grad += X.T @ d1
        b1.grad += d1.sum(0, keepdims=True)
        for p in parameters:
            p.data = p.data - learning_rate * p.grad
    return W1.data, b1.data, W2.data, b2.data, costs
