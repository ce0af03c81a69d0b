import numpy as np


def numerical_gradient(f, x, h):
    fx = f(x)
    grad = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        x_new = x.copy()
        x_new[it.multi_index] += h
        grad[it.multi_index] = (f(x_new) - fx) / h  # <- one-sided-difference
        it.iternext()
    return grad
