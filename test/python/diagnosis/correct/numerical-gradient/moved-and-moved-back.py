import numpy as np


def numerical_gradient(f, x, h):
    grad = np.empty(x.shape)
    for idx in np.ndindex(*x.shape):
        x[idx] += h
        up = f(x)
        x[idx] -= 2 * h
        down = f(x)
        x[idx] += h
        grad[idx] = (up - down) / h / 2
    return grad
