import numpy as np


def relu(x):
    out = np.copy(x)
    out[out > 0] = 0  # <- wrong-activation
    return out
