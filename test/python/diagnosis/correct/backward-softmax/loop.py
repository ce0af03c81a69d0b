import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = len(X)
    dW1, dW2 = np.zeros_like(W1), np.zeros_like(W2)
    db1, db2 = np.zeros((1, W1.shape[1])), np.zeros((1, W2.shape[1]))
    for i in range(m):
        jacobian = np.diag(A2[i]) - np.outer(A2[i], A2[i])
        dz2 = jacobian @ (-Y[i] / A2[i])
        dz1 = (W2 @ dz2) * (Z1[i] > 0)
        dW2 += np.outer(A1[i], dz2) / m
        db2 += dz2 / m
        dW1 += np.outer(X[i], dz1) / m
        db1 += dz1 / m
    return dW1, db1, dW2, db2
