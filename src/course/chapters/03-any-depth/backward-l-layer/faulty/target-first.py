# expect: wrong-sign
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    error = Y - As[-1]  # <-
    for l in reversed(range(L)):
        below = As[l - 1] if l > 0 else X
        dWs[l] = np.dot(below.T, error) / m
        dbs[l] = np.mean(error, axis=0, keepdims=True)
        if l > 0:
            error = np.dot(error, Ws[l].T) * (Zs[l - 1] > 0)
    return dWs, dbs
