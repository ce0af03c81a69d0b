# expect: ties
import numpy as np


def max_pool(x, size, dout):
    a, b = dout.shape
    out = x.reshape(a, size, b, size).max(axis=3).max(axis=1)
    big = np.kron(out, np.ones((size, size)))
    dx = (x == big) * np.kron(dout, np.ones((size, size)))  # <-
    return out, dx
