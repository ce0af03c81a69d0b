import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    samples, outputs = Y.shape
    gW1, gb1 = np.zeros_like(W1), np.zeros((1, W1.shape[1]))
    gW2, gb2 = np.zeros_like(W2), np.zeros((1, outputs))
    for x, y, z, a, out in zip(X, Y, Z1, A1, A2):
        d_out = 2 * (out - y) / (samples * outputs)
        d_hid = np.where(z > 0, W2 @ d_out, 0)
        gW2 += np.outer(a, d_out)
        gb2 += d_out
        gW1 += np.outer(x, d_hid)
        gb1 += d_hid
    return gW1, gb1, gW2, gb2
