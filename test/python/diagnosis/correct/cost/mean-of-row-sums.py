import numpy as np


def compute_cost(A2, Y):
    return np.mean(np.sum(np.square(A2 - Y), axis=1))
