import numpy as np


def output_gradients(A1, A2, Y):
    d = A2 - Y
    dW = np.dot(A1.T, d) / A1.size  # <- wrong-mean
    db = np.sum(d, axis=0, keepdims=True) / len(d)
    return d, dW, db
