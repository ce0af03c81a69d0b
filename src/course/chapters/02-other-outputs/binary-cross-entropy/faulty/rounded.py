# expect: rounded-prediction
import numpy as np


def binary_cross_entropy(Z, Y):
    m = Z.shape[0]
    loss = np.sum(np.logaddexp(0, Z) - Y * Z) / m
    A = (Z > 0).astype(float)  # <-
    dZ = (A - Y) / m  # <-
    return loss, dZ
