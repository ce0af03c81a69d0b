# skipped: 11
import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    dZ2 = output_error(A2, Y)
    dZ1 = carry_back(dZ2, W2, Z1)
    return *gradients(dZ1, X), *gradients(dZ2, A1)


check = gradients(np.ones((2, 1)), np.ones((2, 3)))


def output_error(A, Y):
    return A - Y


def carry_back(dZ, W, Z):
    return dZ @ W.T * relu_slope(Z)


def gradients(dZ, A):
    m = dZ.shape[0]
    return A.T @ dZ / m, dZ.sum(axis=0, keepdims=True) / m


relu_slope = lambda Z: np.heaviside(Z, 0)
