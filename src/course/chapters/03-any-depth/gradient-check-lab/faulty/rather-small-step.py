# expect: step-too-small
import numpy as np


def gradient_check(f, x, dx, R):
    numeric = np.zeros(x.shape)
    h = 1e-10  # <-
    for index in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[index] += h  # <-
        minus[index] -= h  # <-
        numeric[index] = np.sum(R * (f(plus) - f(minus))) / (2 * h)  # <-
    error = np.max(np.abs(dx - numeric) / (np.abs(dx) + np.abs(numeric)))
    return numeric, error
