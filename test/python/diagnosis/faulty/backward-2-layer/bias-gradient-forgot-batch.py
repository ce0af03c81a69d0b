import numpy as np


def mean_rows(a):
    return np.sum(a, axis=0, keepdims=True) / a.shape[1]  # <- wrong-mean


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    d2 = A2 - Y
    d1 = (d2 @ W2.T) * (Z1 > 0)
    return X.T @ d1 / m, mean_rows(d1), A1.T @ d2 / m, mean_rows(d2)
