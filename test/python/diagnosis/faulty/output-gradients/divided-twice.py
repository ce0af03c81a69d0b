import numpy as np


def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    dZ2 = A2 - Y
    dW2 = (1 / m) * np.dot(A1.T, dZ2)
    db2 = (1 / m) * np.mean(dZ2, axis=0, keepdims=True)  # <- double-mean
    return dZ2, dW2, db2
