import numpy as np


def relu(z):
    s = 1.0 / (1.0 + np.exp(-z))  # <- wrong-activation
    return s
