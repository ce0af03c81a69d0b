import numpy as np


def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    delta = A2 - Y
    dW = 2 / m * A1.T @ delta  # <- factor-two
    db = 1 / m * delta.sum(axis=0, keepdims=True)
    return delta, dW, db
