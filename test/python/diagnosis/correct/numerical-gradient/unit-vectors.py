import numpy as np


def numerical_gradient(f, x, h):
    n = x.size
    E = h * np.eye(n).reshape(n, *x.shape)
    return np.array([f(x + e) - f(x - e) for e in E]).reshape(x.shape) / (2 * h)
