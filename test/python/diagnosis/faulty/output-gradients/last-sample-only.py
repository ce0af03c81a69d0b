import numpy as np


def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    dZ2 = A2 - Y
    dW2 = np.zeros((A1.shape[1], Y.shape[1]))
    db2 = np.zeros((1, Y.shape[1]))
    for i in range(m):
        dW2 = np.outer(A1[i], dZ2[i]) / m  # <- missing-sum
        db2 += dZ2[i] / m
    return dZ2, dW2, db2
