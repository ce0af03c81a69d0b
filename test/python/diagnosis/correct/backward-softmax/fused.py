import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = Y.shape[0]
    delta = A2 - Y
    dW2 = A1.T @ delta / m
    db2 = delta.mean(axis=0, keepdims=True)
    delta = (delta @ W2.T) * (A1 > 0)
    dW1 = X.T @ delta / m
    db1 = delta.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
