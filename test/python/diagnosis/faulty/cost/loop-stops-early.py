import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    J = 0
    for i in range(m - 1):  # <- missing-sum
        J += ((A2[i] - Y[i]) ** 2).sum()
    return J / m  # <- missing-sum (or)
