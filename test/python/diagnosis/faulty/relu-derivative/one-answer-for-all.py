import numpy as np


def relu_derivative(x):
    if np.any(x > 0):
        return 1  # <- unknown | hard-coded
    return 0
