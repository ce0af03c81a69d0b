import numpy as np


def output_gradients(A1, A2, Y):
    dZ2 = A2 - Y
    dW2 = np.dot(A1.T, dZ2)  # <- missing-mean
    db2 = np.sum(dZ2, axis=0, keepdims=True)  # <- missing-mean (or)
    return dZ2, dW2, db2
