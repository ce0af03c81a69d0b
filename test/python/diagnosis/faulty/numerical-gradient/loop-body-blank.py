import numpy as np


def numerical_gradient(f, x, h):
    x = np.array(x, dtype=float)  # a copy, in floating point
    grad = np.zeros(x.shape)

    for index in np.ndindex(x.shape):
        old = x[index]
        # f with the entry raised, f with it lowered, their slope, and the entry put back
        ...  # <- unimplemented

    return grad
