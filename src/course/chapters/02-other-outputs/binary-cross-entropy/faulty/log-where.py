# expect: non-finite
import numpy as np


def binary_cross_entropy(Z, Y):
    m = Z.shape[0]
    A = 1 / (1 + np.exp(-Z))
    right = np.where(Y == 1, A, 1 - A)
    loss = -np.mean(np.log(right))  # <-
    dZ = (A - Y) / m
    return loss, dZ
