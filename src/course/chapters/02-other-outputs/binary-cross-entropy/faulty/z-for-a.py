# expect: missing-activation
import numpy as np


def binary_cross_entropy(Z, Y):
    m = Z.shape[0]
    loss = np.sum(np.logaddexp(0, Z) - Y * Z) / m
    dZ = (Z - Y) / m  # <-
    return loss, dZ
