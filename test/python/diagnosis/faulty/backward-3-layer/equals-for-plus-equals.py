import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    gW = [np.zeros_like(w) for w in (W1, W2, W3)]
    gb = [np.zeros((1, w.shape[1])) for w in (W1, W2, W3)]
    for i in range(m):
        d3 = A3[i] - Y[i]
        d2 = (W3 @ d3) * (Z2[i] > 0)
        d1 = (W2 @ d2) * (Z1[i] > 0)
        for k, (a, d) in enumerate(((X[i], d1), (A1[i], d2), (A2[i], d3))):
            gW[k] += np.outer(a, d) / m
            gb[k] = d.reshape(1, -1) / m  # <- missing-sum
    return gW[0], gb[0], gW[1], gb[1], gW[2], gb[2]
