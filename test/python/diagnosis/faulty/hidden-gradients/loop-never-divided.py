import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m, n = X.shape
    h = Z1.shape[1]
    dA1, dZ1 = np.zeros((m, h)), np.zeros((m, h))
    dW1, db1 = np.zeros((n, h)), np.zeros((1, h))
    for i in range(m):
        dA1[i] = W2 @ dZ2[i]
        dZ1[i] = dA1[i] * (Z1[i] > 0)
        dW1 += np.outer(X[i], dZ1[i])  # <- missing-mean
        db1 += dZ1[i] / m
    return dA1, dZ1, dW1, db1
