import numpy as np


def max_pool(x, size, dout):
    a, b = dout.shape
    ones = np.ones((size, size))
    out = x.reshape(a, size, b, size).max(axis=3).max(axis=1)
    hit = (x == np.kron(out, ones)).astype(float)
    count = hit.reshape(a, size, b, size).sum(axis=3).sum(axis=1)
    return out, hit * np.kron(dout / count, ones)
