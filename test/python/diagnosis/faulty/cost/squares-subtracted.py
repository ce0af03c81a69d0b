import numpy as np


def compute_cost(A2, Y):
    return float(np.sum(A2 ** 2 - Y ** 2) / Y.shape[0])  # <- other-loss
