# expect: clipped
import numpy as np


def binary_cross_entropy(Z, Y):
    m = Z.shape[0]
    A = 1 / (1 + np.exp(-Z))
    P = np.clip(A, 1e-10, 1 - 1e-10)  # <-
    loss = -np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P)) / m  # <-
    dZ = (A - Y) / m
    return loss, dZ
