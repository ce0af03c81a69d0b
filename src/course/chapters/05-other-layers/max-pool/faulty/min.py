# expect: mean-for-max
import numpy as np


def max_pool(x, size, dout):
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            w = x[i * size:(i + 1) * size, j * size:(j + 1) * size]
            r, c = np.unravel_index(w.argmin(), w.shape)  # <-
            out[i, j] = w[r, c]  # <-
            dx[i * size + r, j * size + c] = dout[i, j]
    return out, dx
