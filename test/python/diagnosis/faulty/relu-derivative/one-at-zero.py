import numpy as np


def relu_derivative(x):
    return (x >= 0).astype(float)  # <- wrong-slope
