import numpy as np


def huber_loss(A, Y, delta):
    m = A.shape[0]
    error = A - Y
    size = np.abs(error)
    each = np.where(size <= delta, 0.5 * error**2, delta * (size - 0.5 * delta))
    loss = np.sum(each) / m
    dA = np.clip(error, -delta, delta) / m
    return loss, dA
