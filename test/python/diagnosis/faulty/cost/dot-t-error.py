import numpy as np


def compute_cost(A2, Y):
    residual = A2 - Y
    sse = np.dot(residual.T, residual).sum()  # <- pairwise-samples
    return sse / residual.shape[0]  # <- pairwise-samples (or)
