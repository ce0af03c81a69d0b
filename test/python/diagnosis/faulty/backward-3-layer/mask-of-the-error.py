import numpy as np


def mask(v):
    return (v > 0) * 1


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = A3 - Y
    dA2 = dZ3 @ W3.T
    dZ2 = dA2 * mask(Z2)
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * mask(dA1)  # <- derivative-of-wrong-tensor
    dW1, db1 = X.T @ dZ1 / m, dZ1.sum(axis=0, keepdims=True) / m
    dW2, db2 = A1.T @ dZ2 / m, dZ2.sum(axis=0, keepdims=True) / m
    dW3, db3 = A2.T @ dZ3 / m, dZ3.sum(axis=0, keepdims=True) / m
    return dW1, db1, dW2, db2, dW3, db3
