import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    dA1 = dZ2 @ W2.T
    dA1[dA1 <= 0] = 0  # <- derivative-of-wrong-tensor
    dW1 = X.T @ dA1 / m
    db1 = dA1.sum(axis=0, keepdims=True) / m
    return dW1, db1, dW2, db2
