# expect: stride-ignored
import numpy as np


def max_pool(x, size, dout):
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)
    for (i, j), d in np.ndenumerate(dout):
        rows = slice(i, i + size)  # <-
        cols = slice(j, j + size)
        window = x[rows, cols]  # <-
        out[i, j] = np.max(window)  # <-
        k = np.unravel_index(np.argmax(window), window.shape)
        mask = np.zeros((size, size))
        mask[k] = 1
        dx[rows, cols] += mask * d
    return out, dx
