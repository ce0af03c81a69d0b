import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    d3 = (Y - A3) / m  # <- wrong-sign
    d2 = (d3 @ W3.T) * (Z2 > 0)
    d1 = (d2 @ W2.T) * (Z1 > 0)
    dW3, db3 = A2.T @ d3, d3.sum(axis=0, keepdims=True)
    dW2, db2 = A1.T @ d2, d2.sum(axis=0, keepdims=True)
    dW1, db1 = X.T @ d1, d1.sum(axis=1, keepdims=True)  # <- wrong-axis
    return dW1, db1, dW2, db2, dW3, db3
