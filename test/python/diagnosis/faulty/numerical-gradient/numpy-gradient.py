import numpy as np


def numerical_gradient(f, x, h):
    return np.gradient(x**2, h, axis=-1)  # <- unknown
