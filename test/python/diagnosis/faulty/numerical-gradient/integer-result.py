import numpy as np


def numerical_gradient(f, x, h):
    grad = np.zeros(x.shape, dtype=int)
    for idx in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[idx] = h
        grad[idx] = (f(x + e) - f(x - e)) / (2 * h)  # <- unknown
    return grad
