# expect: ties
import numpy as np


def max_pool(x, size, dout):
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)
    for (i, j), d in np.ndenumerate(dout):
        rows = slice(i * size, i * size + size)
        cols = slice(j * size, j * size + size)
        window = x[rows, cols]
        out[i, j] = np.max(window)
        mask = window == out[i, j]
        dx[rows, cols] = mask * d  # <-
    return out, dx
