import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    n = len(X)
    g = 2 * (A3 - Y) / n
    g = g * (A3 > 0)
    dW3, db3 = A2.T @ g, g.sum(axis=0, keepdims=True)
    g = g @ W3.T
    g[A2 == 0] = 0
    dW2, db2 = A1.T @ g, g.sum(axis=0, keepdims=True)
    g = g @ W2.T
    g[A1 == 0] = 0
    dW1, db1 = X.T @ g, g.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2, dW3, db3
