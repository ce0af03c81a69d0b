import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    cost = (1 / (2 * m)) * np.sum((A2 - Y) ** 2)  # <- factor-two
    return cost
