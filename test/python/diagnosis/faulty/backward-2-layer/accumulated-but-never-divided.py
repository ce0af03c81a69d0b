import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    gW1 = np.zeros_like(W1)
    gb1 = np.zeros((1, W1.shape[1]))
    gW2 = np.zeros_like(W2)
    gb2 = np.zeros((1, W2.shape[1]))
    for x, y, z, a, p in zip(X, Y, Z1, A1, A2):
        d2 = p - y
        d1 = W2.dot(d2) * (z > 0)
        gW2 += a[:, None] * d2[None, :]  # <- missing-mean
        gb2 += d2  # <- missing-mean (or)
        gW1 += x[:, None] * d1[None, :]  # <- missing-mean (or)
        gb1 += d1
    return gW1, gb1, gW2, gb2
