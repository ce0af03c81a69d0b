# expect: wrong-denominator
import numpy as np


def gradient_check(f, x, dx, R):
    h = 1e-5
    numeric = np.zeros_like(x)
    for place in np.ndindex(*x.shape):
        moved = np.array(x)
        moved[place] = x[place] + h
        up = np.sum(f(moved) * R)
        moved[place] = x[place] - h
        down = np.sum(f(moved) * R)
        numeric[place] = (up - down) / (2 * h)
    error = np.max(np.abs(numeric - dx) / np.abs(numeric + dx))  # <-
    return numeric, error
