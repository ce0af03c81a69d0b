import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    err = A3 - Y
    g3 = err
    g2 = err.dot(W3.T) * (Z2 > 0)
    g1 = err.dot(W3.T) * (Z1 > 0)  # <- restarted-delta
    res = []
    for a, g in ((X, g1), (A1, g2), (A2, g3)):
        res += [a.T.dot(g) / m, g.sum(0, keepdims=True) / m]
    return res
