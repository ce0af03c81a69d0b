import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    n = X.shape[0]
    g = (A2 - Y) / n  # <- factor-two, missing-activation-derivative
    h = (g @ W2.T) * (Z1 > 0)
    return X.T @ h, h.sum(0, keepdims=True), A1.T @ g, g.sum(0, keepdims=True)
