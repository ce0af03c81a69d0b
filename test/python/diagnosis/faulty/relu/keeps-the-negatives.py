import numpy as np


def relu(x):
    out = np.where(x < 0, x, 0)  # <- wrong-activation
    return out
