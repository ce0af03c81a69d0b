# expect: other-loss
import numpy as np


def binary_cross_entropy(Z, Y):
    m = Z.shape[0]
    A = 1 / (1 + np.exp(-Z))
    loss = np.sum((A - Y) ** 2) / m  # <-
    dZ = (A - Y) / m
    return loss, dZ
