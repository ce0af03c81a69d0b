import numpy as np


def numerical_gradient(f, x, h):
    grad = np.zeros_like(x)
    for idx in np.ndindex(*x.shape):
        plus, minus = x.copy(), x.copy()
        plus[idx] += h
        minus[idx] -= h
        grad[idx] = f(plus) - f(minus)  # <- step-not-divided
    return grad
