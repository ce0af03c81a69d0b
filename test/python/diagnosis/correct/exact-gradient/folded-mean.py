import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    g = 2 * (A2 - Y) / len(Y)
    g[Z2 <= 0] = 0
    dW2, db2 = A1.T @ g, g.sum(axis=0, keepdims=True)
    g = g @ W2.T
    g[Z1 <= 0] = 0
    dW1, db1 = X.T @ g, g.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
