import numpy as np


def compute_cost(A2, Y):
    m = Y.shape[0]
    logprobs = Y * np.log(A2) + (1 - Y) * np.log(1 - A2)  # <- non-finite
    return -np.sum(logprobs) / m
