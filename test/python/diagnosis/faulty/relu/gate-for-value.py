import numpy as np


def relu(x):
    result = np.zeros_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            if x[i, j] > 0:
                result[i, j] = 1  # <- wrong-activation
    return result
