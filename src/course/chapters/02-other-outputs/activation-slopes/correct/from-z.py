import numpy as np


def activation_slopes(Z1, A1, Z2, A2, Z3, A3):
    # everything from Z, the cache's activations unused
    slope1 = 1 / np.cosh(Z1) ** 2
    slope2 = np.ones_like(Z2)
    slope2[Z2 < 0] = 0.01
    slope3 = np.exp(-Z3) / (1 + np.exp(-Z3)) ** 2
    return slope1, slope2, slope3
