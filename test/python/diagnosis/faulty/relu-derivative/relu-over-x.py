import numpy as np


def relu_derivative(x):
    a = np.maximum(0, x)
    return a / x  # <- non-finite
