import numpy as np


def numerical_gradient(f, x, h):
    grad = np.zeros_like(x)
    for idx in np.ndindex(*x.shape):
        plus = x.copy()
        plus[idx] += h
        grad[idx] = (f(plus) - f(x)) / (2 * h)  # <- one-sided-difference
    return grad
