# expect: delta-overwritten | error
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    dZ = As[-1] - Y
    for l in reversed(range(L)):
        below = As[l - 1] if l > 0 else X
        if l > 0:
            dZ = np.dot(dZ, Ws[l].T) * (Zs[l - 1] > 0)  # <-
        dWs[l] = np.dot(below.T, dZ) / m  # <-
        dbs[l] = np.sum(dZ, axis=0, keepdims=True) / m
    return dWs, dbs
