import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    n = len(X)
    e = (A2 - Y) / n
    return X.T @ (e @ W2.T), (e @ W2.T).sum(0)[None], A1.T @ e, e.sum(0)[None]  # <- missing-activation-derivative
