import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    n = len(X)
    d3 = 2 * (A3 - Y) / n
    d2 = d3 @ W3.T * (Z2 > 0)
    d1 = d2 @ W2.T  # <- missing-activation-derivative
    grads = [(a.T @ d, d.sum(axis=0, keepdims=True)) for a, d in ((X, d1), (A1, d2), (A2, d3))]
    (dW1, db1), (dW2, db2), (dW3, db3) = grads
    return dW1, db1, dW2, db2, dW3, db3
