# expect: own-output-only
import numpy as np


def gradient_check(f, x, dx, R):
    numeric = np.zeros_like(x)
    h = 1e-5
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        numeric[i] = R[i] * (f(x + e)[i] - f(x - e)[i]) / (2 * h)  # <-
    error = np.max(np.abs(dx - numeric) / (np.abs(dx) + np.abs(numeric)))
    return numeric, error
