# expect: perturbed-everything
import numpy as np


def gradient_check(f, x, dx, R):
    h = 1e-5
    numeric = R * (f(x + h) - f(x - h)) / (2 * h)  # <-
    error = np.max(np.abs(dx - numeric) / (np.abs(dx) + np.abs(numeric)))
    return numeric, error
