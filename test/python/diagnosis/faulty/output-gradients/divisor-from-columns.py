import numpy as np


def output_gradients(A1, A2, Y):
    m = A1.shape[1]  # <- wrong-mean
    dZ2 = A2 - Y
    dW2 = (1 / m) * np.dot(A1.T, dZ2)  # <- wrong-mean (or)
    db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)
    return dZ2, dW2, db2
