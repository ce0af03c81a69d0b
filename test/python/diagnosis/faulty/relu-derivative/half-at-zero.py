import numpy as np


def relu_derivative(x):
    return np.heaviside(x, 0.5)  # <- wrong-slope
