import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    dA2 = 2 * (A2 - Y) / Y.size
    dZ2 = dA2 * (Z2 > 0)
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
    dW2, db2 = A1.T @ dZ2, dZ2.sum(axis=0, keepdims=True)
    dW1, db1 = X.T @ dZ1, dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
