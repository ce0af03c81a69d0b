from contextlib import contextmanager

import numpy as np


@contextmanager
def shifted(array, index, by):
    kept = array[index]
    array[index] = kept + by
    try:
        yield array
    finally:
        array[index] = kept


def numerical_gradient(f, x, h):
    out = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        with shifted(x, index, h):
            above = f(x)
        with shifted(x, index, -h):
            below = f(x)
        out[index] = (above - below) / (2 * h)
    return out
