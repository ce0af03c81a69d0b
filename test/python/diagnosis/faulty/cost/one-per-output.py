import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    cost = (1 / m) * np.sum((A2 - Y) ** 2, axis=0)  # <- wrong-axis
    return cost
