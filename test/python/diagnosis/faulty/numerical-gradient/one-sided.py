import numpy as np


def numerical_gradient(f, x, h):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        f_plus = f(x)
        x[index] = old
        grad[index] = (f_plus - f(x)) / h  # <- one-sided-difference
    return grad
