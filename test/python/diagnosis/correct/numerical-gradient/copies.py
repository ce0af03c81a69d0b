import numpy as np


def numerical_gradient(f, x, h):
    grad = np.zeros_like(x)
    for index, value in np.ndenumerate(x):
        plus, minus = x.copy(), x.copy()
        plus[index] = value + h
        minus[index] = value - h
        grad[index] = 0.5 * (f(plus) - f(minus)) / h
    return grad
