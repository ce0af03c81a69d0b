import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dA2 = A2 - Y
    dW2 = A1.T @ dA2 / m
    db2 = np.sum(dA2, axis=0, keepdims=True) / m
    dA1 = dA2 @ dW2.T  # <- wrong-weights
    dZ1 = dA1 * (Z1 > 0)
    dW1 = X.T @ dZ1 / m
    db1 = np.sum(dZ1, axis=0, keepdims=True)  # <- missing-mean
    return dW1, db1, dW2, db2
