# expect: window-offset
import numpy as np


def max_pool(x, size, dout):
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            w = x[i * size:(i + 1) * size, j * size:(j + 1) * size]
            out[i, j] = w.max()
            at = np.unravel_index(w.argmax(), w.shape)
            dx[at] = dout[i, j]  # <-
    return out, dx
