import numpy as np


def output_gradients(A1, A2, Y):
    dZ2 = A2 - Y
    dW2 = A1.T.dot(dZ2) / A1.shape[0]
    db2 = np.mean(dZ2, keepdims=True)  # <- summed-everything
    return dZ2, dW2, db2
