import numpy as np


def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    error = Y - A2  # <- wrong-sign
    dW2 = A1.T.dot(error) / m
    db2 = np.sum(error, axis=0, keepdims=True) / m
    return error, dW2, db2
