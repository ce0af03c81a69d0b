import numpy as np


def compute_cost(A2, Y):
    return np.sum((A2 - Y) ** 2, dtype=np.float32) / np.float32(len(Y))
