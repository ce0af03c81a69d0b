import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = A3 - Y
    dW3 = dZ3.T @ A2 / m  # <- transposed
    db3 = dZ3.mean(axis=0, keepdims=True)
    dZ2 = (dZ3 @ W3.T) * (Z2 > 0)
    dW2 = dZ2.T @ A1 / m  # <- transposed (or)
    db2 = dZ2.mean(axis=0, keepdims=True)
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
    dW1 = dZ1.T @ X / m  # <- transposed (or)
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2, dW3, db3
