import numpy as np


def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    dZ2 = A2 - Y
    dW2 = np.dot(A1.T, dZ2) / m
    db2 = 3 * np.mean(dZ2, axis=0, keepdims=True)  # <- scaled
    return dZ2, dW2, db2
