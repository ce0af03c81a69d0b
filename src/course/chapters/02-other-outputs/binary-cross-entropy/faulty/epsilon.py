# expect: clipped
import numpy as np


def binary_cross_entropy(Z, Y):
    m = Z.shape[0]
    A = 1 / (1 + np.exp(-Z))
    eps = 1e-12
    loss = -np.sum(Y * np.log(A + eps) + (1 - Y) * np.log(1 - A + eps)) / m  # <-
    dZ = (A - Y) / m
    return loss, dZ
