import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = 2 * (A2 - Y) * (Z2 > 0)
    dW2 = (2 / m) * A1.T @ dZ2  # <- factor-two
    db2 = (2 / m) * dZ2.sum(axis=0, keepdims=True)  # <- factor-two (or)
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
    dW1 = (2 / m) * X.T @ dZ1
    db1 = (2 / m) * dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
