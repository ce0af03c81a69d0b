import numpy as np


def inputs(rng, m):
    """Ordinary scores; where there are many samples, two of them are sure of themselves and wrong.

    The sigmoid of 60 is exactly 1 in floating point, and that of −600 nearly 0.
    """
    Z = rng.randn(m, 1)
    Y = rng.permutation(np.arange(m) % 2).reshape(m, 1).astype(float)
    if m > 4:
        Z[1], Y[1] = 60, 0
        Z[m - 2], Y[m - 2] = -600, 1
    return {"Z": Z, "Y": Y}
