import numpy as np


def output_gradients(A1, A2, Y):
    m = len(A1)
    dZ2 = A2 - Y
    both = np.hstack([A1, np.ones((m, 1))]).T @ dZ2 / m
    return dZ2, both[:-1], both[-1:]
