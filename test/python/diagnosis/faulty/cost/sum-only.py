import numpy as np


def compute_cost(A2, Y):
    diff = A2 - Y
    cost = np.sum(diff * diff)  # <- missing-mean
    return cost
