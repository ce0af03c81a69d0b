import numpy as np


def output_gradients(A1, A2, Y):
    dZ2 = np.subtract(A2, Y, dtype=np.float32)
    m = len(Y)
    return dZ2, A1.astype(np.float32).T @ dZ2 / m, np.mean(dZ2, axis=0, keepdims=True)
