import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    cost = -(1 / m) * np.sum((Y - A2) ** 2)  # <- wrong-sign
    return cost
