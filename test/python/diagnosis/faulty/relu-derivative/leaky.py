import numpy as np


def relu_derivative(x):
    slope = 0.01
    d = np.ones_like(x)
    d[x < 0] = slope  # <- wrong-slope
    d[x == 0] = slope  # <- wrong-slope (or)
    return d
