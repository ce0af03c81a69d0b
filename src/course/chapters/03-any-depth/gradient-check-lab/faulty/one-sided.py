# expect: one-sided-difference
import numpy as np


def gradient_check(f, x, dx, R):
    numeric = np.zeros(x.shape)
    h = 1e-5
    base = np.sum(R * f(x))
    for index in np.ndindex(x.shape):
        moved = x.copy()
        moved[index] += h
        numeric[index] = (np.sum(R * f(moved)) - base) / h  # <-
    error = np.max(np.abs(dx - numeric) / (np.abs(dx) + np.abs(numeric)))
    return numeric, error
