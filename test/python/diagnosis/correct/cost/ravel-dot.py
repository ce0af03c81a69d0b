import numpy as np


def compute_cost(A2, Y):
    E = (A2 - Y).ravel()
    return E.dot(E) / Y.shape[0]
