import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dW1 = np.zeros(W1.shape)
    dW2 = np.zeros(W2.shape)
    db1 = np.zeros((1, W1.shape[1]))
    db2 = np.zeros((1, W2.shape[1]))
    for i in range(1, m):  # <- missing-sum
        d2 = A2[i:i + 1] - Y[i:i + 1]
        d1 = d2 @ W2.T * (Z1[i:i + 1] > 0)
        dW2 += A1[i:i + 1].T @ d2  # <- missing-sum (or)
        db2 += d2
        dW1 += X[i:i + 1].T @ d1
        db1 += d1
    return dW1 / m, db1 / m, dW2 / m, db2 / m
