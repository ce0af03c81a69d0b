import numpy as np


def numerical_gradient(f, x, h):
    x = np.array(x, dtype=int)
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h  # <- perturbed-everything
        f_plus = f(x)
        x[index] = old - h  # <- perturbed-everything (or)
        f_minus = f(x)
        x[index] = old
        grad[index] = (f_plus - f_minus) / (2 * h)  # <- perturbed-everything (or)
    return grad
