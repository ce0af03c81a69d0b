import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    J = 0
    for i in range(m - 1):
        J += ((A2[i] - Y[i]) ** 2).sum()  # <- missing-sum
    return J / m
