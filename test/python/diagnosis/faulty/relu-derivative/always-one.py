import numpy as np


def relu_derivative(x):
    # relu(x) = x 이므로 미분은 1
    return np.ones_like(x)  # <- wrong-slope
