# expect: error-over-everything
import numpy as np


def gradient_check(f, x, dx, R):
    numeric = np.zeros_like(x)
    h = 1e-5
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        numeric[i] = np.sum(R * (f(x + e) - f(x - e))) / (2 * h)
    error = np.linalg.norm(dx - numeric) / (np.linalg.norm(dx) + np.linalg.norm(numeric))  # <-
    return numeric, error
