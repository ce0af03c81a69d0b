import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = len(X)
    dZ2 = (A2 - Y) * (Z2 > 0)
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
    dW1, dW2 = X.T @ dZ1 / m, A1.T @ dZ2 / m
    db1, db2 = dZ1.sum(0, keepdims=True) / m, dZ2.sum(0, keepdims=True) / m
    return dW1, db1, dW2, db2
