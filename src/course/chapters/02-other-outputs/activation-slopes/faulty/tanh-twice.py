# expect: wrong-slope
import numpy as np


def d_tanh(x):
    return 1 - np.tanh(x) ** 2  # <-


def activation_slopes(Z1, A1, Z2, A2, Z3, A3):
    s1 = d_tanh(A1)  # <-
    s2 = np.where(Z2 >= 0, 1, 0.01)
    s3 = A3 * (1 - A3)
    return s1, s2, s3
