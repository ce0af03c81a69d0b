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
        cost = 0
        for k in range(m):
            x, y = X[k:k + 1], Y[k:k + 1]
            z1 = x @ W1 + b1
            a1 = np.maximum(z1, 0)
            a2 = np.maximum(a1 @ W2 + b2, 0)
            cost += np.sum((a2 - y) ** 2)
            d2 = a2 - y
            d1 = d2 @ W2.T * (z1 > 0)
            W2 -= learning_rate * a1.T @ d2  # <- unknown
            b2 -= learning_rate * d2
            W1 -= learning_rate * x.T @ d1  # <- unknown (or)
            b1 -= learning_rate * d1
        costs.append(cost / m)
    return W1, b1, W2, b2, costs
