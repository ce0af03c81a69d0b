import numpy as np


def gradient_check(f, x, dx, R):
    """Compare a layer's dx with central differences.

    f: the layer; takes an array like x, gives one like R
    x: (m, k), dx: what is to be checked, (m, k)
    R: the gradient by f's output that dx was made for
    returns numeric: (m, k), error: a number
    """
    x = np.array(x, dtype=float)  # a copy, in float64
    numeric = np.zeros(x.shape)
    h = ...  # small, but x + h must not be x

    for index in np.ndindex(x.shape):
        old = x[index]
        # numeric[index]: the slope of the sum of R * f(x)
        ...

    # The largest |dx - numeric| / (|dx| + |numeric|)
    error = ...
    return numeric, error
