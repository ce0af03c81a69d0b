import numpy as np


def mean_over_batch(v, axis=0):
    return v.sum(axis=axis, keepdims=True) / v.shape[1]  # <- wrong-mean


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dZ1 = np.dot(dZ2, W2.T)
    dZ1[Z1 <= 0] = 0
    return np.dot(X.T, dZ1) / m, mean_over_batch(dZ1), np.dot(A1.T, dZ2) / m, mean_over_batch(dZ2)
