# skipped: 4, 6, 9, 18
import math
import numpy as np
import numba as nb

SIGNATURE = nb.float64[:, :](nb.float64[:, :])


@nb.njit(SIGNATURE, fastmath=True)
def relu_derivative(x):
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        if x[i] > 0.0:
            out[i] = 1.0
    return out


@nb.vectorize([nb.float64(nb.float64)])
def softplus(v):
    return math.log1p(math.exp(v))
