import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    d2 = A2 - Y
    d1 = (d2 @ W2.T) * (Z1 > 0)
    return X.T @ d1, d1.sum(0, keepdims=True), A1.T @ d2, d2.sum(0, keepdims=True)  # <- missing-mean
