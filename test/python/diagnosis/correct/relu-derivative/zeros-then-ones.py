import numpy as np


def relu_derivative(x):
    d = np.zeros_like(x)
    d[x > 0] = 1
    return d
