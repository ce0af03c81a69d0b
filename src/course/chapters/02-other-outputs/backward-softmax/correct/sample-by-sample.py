import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    dW1, db1 = np.zeros_like(W1), np.zeros((1, W1.shape[1]))
    dW2, db2 = np.zeros_like(W2), np.zeros((1, W2.shape[1]))
    slopes = 1.0 * (Z1 > 0)
    m = X.shape[0]
    for i in range(m):
        d2 = (A2[i] - Y[i]) / m
        d1 = W2 @ d2 * slopes[i]
        dW2 += np.outer(A1[i], d2)
        db2 += d2
        dW1 += np.outer(X[i], d1)
        db1 += d1
    return dW1, db1, dW2, db2
