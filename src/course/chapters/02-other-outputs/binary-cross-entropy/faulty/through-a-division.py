# expect: non-finite
import numpy as np


def binary_cross_entropy(Z, Y):
    m = Z.shape[0]
    A = 1 / (1 + np.exp(-Z))
    loss = np.sum(np.logaddexp(0, Z) - Y * Z) / m
    dA = (A - Y) / (A * (1 - A)) / m  # <-
    dZ = dA * A * (1 - A)  # <-
    return loss, dZ
