import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    E = A2 - Y
    cost = (1 / m) * np.dot(E.T, E)  # <- matrix-product
    return cost
