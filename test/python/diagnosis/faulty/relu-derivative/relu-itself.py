import numpy as np


def relu_derivative(x):
    da_dx = np.maximum(0, x)  # <- activation-instead-of-derivative
    return da_dx
