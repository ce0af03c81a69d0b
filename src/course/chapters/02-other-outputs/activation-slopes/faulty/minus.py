# expect: wrong-sign
import numpy as np


def activation_slopes(Z1, A1, Z2, A2, Z3, A3):
    slope1 = 1 - A1**2
    slope2 = np.where(Z2 > 0, 1, 0.01)
    slope3 = A3 * (A3 - 1)  # <-
    return slope1, slope2, slope3
