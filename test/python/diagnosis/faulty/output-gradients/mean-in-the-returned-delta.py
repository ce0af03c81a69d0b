import numpy as np


def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    dZ2 = (A2 - Y) / m  # <- scaled | double-mean
    dW2 = A1.T @ dZ2
    db2 = dZ2.sum(axis=0, keepdims=True)
    return dZ2, dW2, db2
