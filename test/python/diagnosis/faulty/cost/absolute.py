import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    cost = (1 / m) * np.sum(np.abs(A2 - Y))  # <- mean-absolute-error
    return cost
