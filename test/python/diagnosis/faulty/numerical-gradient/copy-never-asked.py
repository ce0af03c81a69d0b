import numpy as np


def numerical_gradient(f, x, h):
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x_plus, x_minus = x.copy(), x.copy()
        x_plus[i] += h
        x_minus[i] -= h
        grad[i] = (f(x) - f(x)) / (2 * h)  # <- perturbed-everything
    return grad
