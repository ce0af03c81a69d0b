import numpy as np


def compute_cost(A2, Y):
    y_hat = np.squeeze(A2)
    err = y_hat - Y  # <- broadcast-blowup
    return np.sum(err**2) / Y.shape[0]  # <- broadcast-blowup (or)
