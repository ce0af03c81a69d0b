import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dA2 = 2 * (A2 - Y) / m
    dZ2 = dA2 * (Z2 > 0)
    dW2 = A1.T @ dZ2
    db2 = dZ2.sum(axis=0, keepdims=True)
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * (Z2 > 0) if Z1.shape == Z2.shape else dA1 * (Z1 > 0)
    dW1 = X.T @ dZ1 / m  # <- double-mean
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return dW1, db1, dW2, db2
