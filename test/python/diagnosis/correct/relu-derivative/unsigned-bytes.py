import numpy as np


def relu_derivative(x):
    return np.greater(x, 0).astype(np.uint8)
