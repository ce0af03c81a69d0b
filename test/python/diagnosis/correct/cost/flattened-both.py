import numpy as np


def compute_cost(A2, Y):
    e = A2.ravel() - Y.ravel()
    return np.array(e @ e) / Y.shape[0]
