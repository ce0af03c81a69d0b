import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    d2 = 2 * (A2 - Y) / len(Y)  # <- missing-activation-derivative
    d1 = (d2 @ W2.T) * (A1 > 0)
    return X.T @ d1, d1.sum(axis=0, keepdims=True), A1.T @ d2, d2.sum(axis=0, keepdims=True)
