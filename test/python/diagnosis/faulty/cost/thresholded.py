import numpy as np


def compute_cost(A2, Y):
    predictions = (A2 > 0.5).astype(int)
    return np.sum((predictions - Y) ** 2) / len(Y)  # <- rounded-prediction
