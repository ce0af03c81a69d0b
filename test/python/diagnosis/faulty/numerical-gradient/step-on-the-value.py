import numpy as np


def numerical_gradient(f, x, h):
    grad = np.zeros_like(x)
    for idx in np.ndindex(x.shape):
        f_plus = f(x) + h  # <- perturbed-everything
        f_minus = f(x) - h
        grad[idx] = (f_plus - f_minus) / (2 * h)  # <- perturbed-everything (or)
    return grad
