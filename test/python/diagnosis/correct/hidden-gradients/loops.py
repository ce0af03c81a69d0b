import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m, n = X.shape
    h = Z1.shape[1]
    dA1 = np.zeros((m, h))
    dZ1 = np.zeros((m, h))
    dW1 = np.zeros((n, h))
    db1 = np.zeros((1, h))
    for i in range(m):
        for j in range(h):
            dA1[i, j] = np.dot(dZ2[i], W2[j])
            if Z1[i, j] > 0:
                dZ1[i, j] = dA1[i, j]
            dW1[:, j] += X[i] * dZ1[i, j] / m
            db1[0, j] += dZ1[i, j] / m
    return dA1, dZ1, dW1, db1
