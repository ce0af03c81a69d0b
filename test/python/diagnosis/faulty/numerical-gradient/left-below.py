import numpy as np


def numerical_gradient(f, x, h):
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        f_plus = f(x)
        x[index] -= 2 * h  # <- perturbation-not-restored
        f_minus = f(x)
        grad[index] = (f_plus - f_minus) / (2 * h)  # <- perturbation-not-restored (or)
    return grad
