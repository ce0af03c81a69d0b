import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    error = A2 - Y
    hidden = np.multiply(np.matmul(error, W2.transpose()), np.where(A1 > 0, 1.0, 0.0))
    outer = lambda a, d: np.mean(a[:, :, None] * d[:, None, :], axis=0)
    average = lambda d: np.mean(d, axis=0, keepdims=True)
    return outer(X, hidden), average(hidden), outer(A1, error), average(error)
