import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    y = Y.flatten()
    cost = np.sum((A2 - y) ** 2) / m  # <- broadcast-blowup
    return cost
