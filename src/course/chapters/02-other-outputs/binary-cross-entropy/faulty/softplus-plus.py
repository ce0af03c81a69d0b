# expect: loss-term-sign
import numpy as np


def binary_cross_entropy(Z, Y):
    m = len(Z)
    loss = np.mean(np.logaddexp(0, Z) + Y * Z)  # <-
    A = np.exp(-np.logaddexp(0, -Z))
    return loss, (A - Y) / m
