import numpy as np


def relu_derivative(x):
    da_dx = np.where(x > 0, 0, 1)  # <- wrong-slope
    return da_dx
