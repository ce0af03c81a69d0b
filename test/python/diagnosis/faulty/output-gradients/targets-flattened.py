import numpy as np


def output_gradients(A1, A2, Y):
    y = Y.ravel()
    m = y.size
    dZ2 = A2 - y  # <- broadcast-blowup
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    return dZ2, dW2, db2
