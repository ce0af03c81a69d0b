# expect: wrong-slope
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    delta = As[-1] - Y
    for l in reversed(range(L)):
        below = As[l - 1] if l > 0 else X
        dWs[l] = np.dot(below.T, delta) / m
        dbs[l] = np.sum(delta, axis=0, keepdims=True) / m
        if l > 0:
            sp = As[l - 1] * (1 - As[l - 1])
            delta = np.dot(delta, Ws[l].T) * sp  # <-
    return dWs, dbs
