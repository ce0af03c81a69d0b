import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[1]  # <- wrong-mean
    cost = (1 / m) * np.sum((A2 - Y) ** 2)  # <- wrong-mean (or)
    return cost
