import numpy as np


def output_gradients(A1, A2, Y):
    m = Y.shape[1]
    dZ2 = A2 - Y
    dW2 = (dZ2 @ A1.T) / m  # <- samples-in-columns
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    return dZ2, dW2, db2
