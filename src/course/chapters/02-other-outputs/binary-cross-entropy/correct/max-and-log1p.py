import numpy as np


def binary_cross_entropy(Z, Y):
    m = len(Z)
    small = np.exp(-np.abs(Z))
    loss = (np.maximum(Z, 0) - Z * Y + np.log1p(small)).sum() / m
    A = np.where(Z >= 0, 1 / (1 + small), small / (1 + small))
    return loss, (A - Y) / m
