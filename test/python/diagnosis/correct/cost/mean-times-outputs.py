import numpy as np


def compute_cost(A2: np.ndarray, Y: np.ndarray) -> float:
    return ((A2 - Y) ** 2).mean() * Y.shape[1]
