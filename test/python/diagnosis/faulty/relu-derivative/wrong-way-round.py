import numpy as np


def relu_derivative(x):
    da_dx = np.where(x > 0, 0, 1)  # <- wrong-activation
    return da_dx
