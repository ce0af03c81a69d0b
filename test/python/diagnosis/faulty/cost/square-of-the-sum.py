import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    total = 0.0
    for pred, true in zip(A2, Y):
        total += np.sum(pred - true) ** 2  # <- missing-square | unknown | pairwise-samples
    return total / m
