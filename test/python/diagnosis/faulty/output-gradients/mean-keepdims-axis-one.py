import numpy as np


def output_gradients(A1, A2, Y):
    m = A2.shape[0]
    dZ2 = A2 - Y
    dW2 = np.dot(A1.T, dZ2) / m
    db2 = np.mean(dZ2, axis=1, keepdims=True)  # <- wrong-axis
    return dZ2, dW2, db2
