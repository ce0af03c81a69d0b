import numpy as np


def output_gradients(A1, A2, Y):
    dZ2 = A2 - Y
    m = Y.shape[0]
    dW2 = A1.T.dot(dZ2) / m
    db2 = np.squeeze(dZ2.mean(axis=0, keepdims=True))  # <- missing-keepdims
    return dZ2, dW2, db2
