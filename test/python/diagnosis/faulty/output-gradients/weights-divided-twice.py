import numpy as np


def mean_over_samples(total, m):
    return total / m


def output_gradients(A1, A2, Y):
    m = A1.shape[0]
    dZ2 = A2 - Y
    dW2 = np.matmul(A1.T, dZ2) / m
    dW2 = mean_over_samples(dW2, m)  # <- double-mean
    db2 = mean_over_samples(np.sum(dZ2, axis=0, keepdims=True), m)
    return dZ2, dW2, db2
