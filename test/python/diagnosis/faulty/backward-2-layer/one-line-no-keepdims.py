import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m, g = len(X), 2 * (A2 - Y)
    h = (g @ W2.T) * (Z1 > 0)
    return X.T @ h / m, h.mean(0), A1.T @ g / m, g.mean(0, keepdims=True)  # <- missing-keepdims
