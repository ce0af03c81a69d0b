import numpy as np


def output_gradients(A1, A2, Y):
    dZ2 = A2 + (-1) * Y
    dW2 = np.mean(A1[:, :, None] * dZ2[:, None, :], axis=0)
    db2 = np.ones((1, len(Y))) @ dZ2 / len(Y)
    return dZ2, dW2, db2
