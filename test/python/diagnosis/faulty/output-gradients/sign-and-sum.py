import numpy as np


def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    dZ2 = Y - A2  # <- wrong-sign
    dW2 = np.dot(A1.T, dZ2) / m
    db2 = np.sum(dZ2) / m  # <- summed-everything
    return dZ2, dW2, db2
