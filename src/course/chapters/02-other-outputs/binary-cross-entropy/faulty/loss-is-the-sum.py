# expect: missing-mean
import numpy as np


def binary_cross_entropy(Z, Y):
    m = Z.shape[0]
    A = 1 / (1 + np.exp(-Z))
    loss = np.sum(np.logaddexp(0, Z) - Y * Z)  # <-
    dZ = (A - Y) / m
    return loss, dZ
