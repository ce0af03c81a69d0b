import numpy as np


def relu_derivative(x):
    grad = np.sign(x)  # <- wrong-activation
    return grad
