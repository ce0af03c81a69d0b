import numpy as np


def relu(x):
    a = np.maximum(0, x)
    return a, x  # <- wrong-return-count
