import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = len(X)
    d2 = (A2 - Y) * (A2 > 0)
    d1 = (d2 @ W2.T) * (A1 > 0)
    return tuple(2 / m * g for g in (X.T @ d1, d1.sum(0, keepdims=True), A1.T @ d2, d2.sum(0, keepdims=True)))
