import numpy as np


def output_gradients(A1, A2, Y):
    """MSE의 미분: 2 (A2 - Y)"""
    m = Y.shape[0]
    dZ2 = 2 * (A2 - Y)  # <- factor-two
    dW2 = np.dot(A1.T, dZ2) / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    return dZ2, dW2, db2
