import numpy as np


def output_gradients(A1, A2, Y):
    preds = np.round(A2)
    dZ2 = preds - Y  # <- rounded-prediction
    m = len(Y)
    return dZ2, np.dot(A1.T, dZ2) / m, np.mean(dZ2, axis=0, keepdims=True)
