import numpy as np

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = len(X)
    k = 2 / m
    d2 = k * (A2 - Y)
    d2[Z2 <= 0] = 0
    d1 = d2 @ W2.T
    np.putmask(d1, Z1 <= 0, 0)
    return X.T @ d1, d1.sum(axis=0, keepdims=True), A1.T @ d2, d2.sum(axis=0, keepdims=True)
