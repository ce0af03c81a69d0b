import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    eps = 1e-15
    A2 = np.clip(A2, eps, 1 - eps)
    cost = -(1 / m) * np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))  # <- other-loss
    return np.squeeze(cost)
