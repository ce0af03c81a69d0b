import numpy as np

def compute_cost(A2, Y):
    return np.square(np.linalg.norm(A2 - Y)) / len(A2)
