# expect: missing-delta
import numpy as np


def max_pool(x, size, dout):
    a, b = dout.shape
    windows = x.reshape(a, size, b, size).transpose(0, 2, 1, 3)
    windows = windows.reshape(a, b, size * size)
    where = windows.argmax(axis=2)
    out = windows.max(axis=2)
    d = np.zeros_like(windows)
    for i in range(a):
        for j in range(b):
            d[i, j, where[i, j]] = 1  # <-
    d = d.reshape(a, b, size, size).transpose(0, 2, 1, 3)  # <-
    return out, d.reshape(x.shape)
