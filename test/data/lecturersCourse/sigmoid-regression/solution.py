import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2, lam):
    m = X.shape[0]
    dZ2 = (A2 - Y) * A2 * (1 - A2)
    dW2 = A1.T @ dZ2 / m + lam / m * W2
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    dZ1 = (dZ2 @ W2.T) * (1 - A1**2)
    dW1 = X.T @ dZ1 / m + lam / m * W1
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return dW1, db1, dW2, db2
