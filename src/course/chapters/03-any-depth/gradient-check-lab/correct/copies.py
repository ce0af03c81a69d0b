import numpy as np


def gradient_check(f, x, dx, R, h=1e-6):
    numeric = np.empty_like(dx)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            step = np.zeros_like(x)
            step[i, j] = h
            difference = f(x + step) - f(x - step)
            numeric[i, j] = (R * difference).sum() / (2 * h)
    gap = abs(dx - numeric)
    scale = abs(dx) + abs(numeric)
    return numeric, (gap / scale).max()
