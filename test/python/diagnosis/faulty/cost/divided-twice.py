import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    per_sample = np.sum((A2 - Y) ** 2, axis=1)
    cost = (1 / m) * np.mean(per_sample)  # <- double-mean
    return cost
