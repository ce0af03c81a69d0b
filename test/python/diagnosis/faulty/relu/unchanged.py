import numpy as np


def relu(x):
    a = x  # <- missing-activation
    a = np.where(a > 0, a, a)  # <- missing-activation (or)
    return a  # <- missing-activation (or)
