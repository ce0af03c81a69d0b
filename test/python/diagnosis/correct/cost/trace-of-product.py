import numpy as np


def compute_cost(A2, Y):
    E = np.subtract(A2, Y)
    return np.trace(E.T @ E) / E.shape[0]
