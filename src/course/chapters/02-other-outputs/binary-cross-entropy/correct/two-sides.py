import numpy as np


def binary_cross_entropy(Z, Y):
    log_a = -np.logaddexp(0, -Z)
    log_rest = -np.logaddexp(0, Z)
    losses = -(Y * log_a + (1 - Y) * log_rest)
    dZ = Y * -np.exp(log_rest) + (1 - Y) * np.exp(log_a)
    return np.mean(losses), dZ / Z.shape[0]
