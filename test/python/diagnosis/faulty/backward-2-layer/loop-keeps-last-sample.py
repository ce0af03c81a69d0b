import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dW1, db1 = np.zeros_like(W1), np.zeros((1, W1.shape[1]))
    dW2, db2 = np.zeros_like(W2), np.zeros((1, W2.shape[1]))
    for i in range(m):
        x, y = X[i : i + 1], Y[i : i + 1]
        d2 = A2[i : i + 1] - y
        d1 = (d2 @ W2.T) * (Z1[i : i + 1] > 0)
        dW2 += A1[i : i + 1].T @ d2
        db2 += d2
        dW1 = x.T @ d1  # <- missing-sum
        db1 += d1
    return dW1 / m, db1 / m, dW2 / m, db2 / m
