# expect: window-offset
import numpy as np


def max_pool(x, size, dout):
    h, w = x.shape
    out = np.zeros((h // size, w // size))
    dx = x * 0
    for r in range(0, h, size):
        for c in range(0, w, size):
            window = x[r : r + size, c : c + size].flatten()
            k = int(np.argmax(window))
            out[r // size, c // size] = window[k]
            dx[r + k % size, c + k // size] = dout[r // size, c // size]  # <-
    return out, dx
