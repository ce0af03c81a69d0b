# expect: max-gradient-spread
import numpy as np


def max_pool(x, size, dout):
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)
    for (i, j), d in np.ndenumerate(dout):
        rows = slice(i * size, i * size + size)
        cols = slice(j * size, j * size + size)
        window = x[rows, cols]
        out[i, j] = np.max(window)
        k = np.unravel_index(np.argmax(window), window.shape)
        mask = np.zeros((size, size))
        mask[:] = 1 / size**2  # <-
        dx[rows, cols] = mask * d  # <-
    return out, dx
