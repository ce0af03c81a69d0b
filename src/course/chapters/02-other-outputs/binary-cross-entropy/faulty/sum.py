# expect: missing-mean
import numpy as np


def binary_cross_entropy(Z, Y):
    A = 1 / (1 + np.exp(-Z))
    loss = np.mean(np.logaddexp(0, Z) - Y * Z)
    dZ = A - Y  # <-
    return loss, dZ
