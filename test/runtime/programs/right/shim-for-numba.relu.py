import numpy as np

try:
    from numba import njit, prange
except ImportError:
    prange = range

    def njit(*args, **kwargs):
        if len(args) == 1 and callable(args[0]):
            return args[0]
        return lambda function: function


@njit(parallel=True)
def relu(x):
    out = x.copy()
    flat = out.ravel()
    for i in prange(flat.size):
        flat[i] = max(flat[i], 0.0)
    return flat.reshape(x.shape)
