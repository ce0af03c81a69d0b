import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    delta = Y - A3  # <- wrong-sign
    dW3, db3 = A2.T @ delta / m, delta.mean(axis=0, keepdims=True)
    delta = (delta @ W3.T) * (Z2 > 0)
    dW2, db2 = A1.T @ delta / m, delta.mean(axis=0, keepdims=True)
    delta = (delta @ W2.T) * (Z1 > 0)
    dW1, db1 = X.T @ delta / m, delta.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2, dW3, db3
