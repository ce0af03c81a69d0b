import numpy as np


def relu(x):
    # 0보다 작으면 0
    return np.minimum(0, x)  # <- wrong-activation
