# skipped: 3, 6
import numpy as np
from numba import njit


@njit(cache=True)
def relu(x):
    return np.maximum(x, 0.0)
