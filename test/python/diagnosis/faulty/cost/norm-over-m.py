import numpy as np


def compute_cost(A2, Y):
    diff = A2 - Y
    return float(np.linalg.norm(diff)) / len(Y)  # <- root-mean-square
