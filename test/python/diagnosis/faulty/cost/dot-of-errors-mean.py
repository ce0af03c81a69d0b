import numpy as np


def compute_cost(A2, Y):
    e = Y - A2
    return np.mean(e @ e.T)  # <- pairwise-samples
