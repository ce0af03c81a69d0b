import numpy as np


def relu_derivative(x):
    return np.greater(x, 1).astype(int)  # <- wrong-slope
