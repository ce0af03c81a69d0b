import numpy as np


def compute_cost(A2, Y):
    relative = (A2 - Y) / A2  # <- non-finite
    return np.mean(relative**2)
