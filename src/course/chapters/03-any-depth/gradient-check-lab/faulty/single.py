# expect: step-too-small
import numpy as np


def gradient_check(f, x, dx, R):
    x = x.astype(np.float32)  # <-
    numeric = np.zeros(x.shape)
    h = 1e-5
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h  # <-
        above = np.sum(R * f(x))  # <-
        x[index] = old - h  # <-
        below = np.sum(R * f(x))  # <-
        x[index] = old
        numeric[index] = (above - below) / (2 * h)  # <-
    error = np.max(np.abs(dx - numeric) / (np.abs(dx) + np.abs(numeric)))
    return numeric, error  # <-
