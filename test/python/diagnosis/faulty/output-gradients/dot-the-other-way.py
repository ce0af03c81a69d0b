import numpy as np


def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    diff = A2 - Y
    dW2 = np.matmul(diff, A1.T) / m  # <- operand-order
    db2 = diff.mean(axis=0, keepdims=True)
    return diff, dW2, db2
