# expect: restarted-delta | error
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    for l in reversed(range(L)):
        if l == L - 1:
            dZ = As[-1] - Y
        else:
            dA = np.dot(As[-1] - Y, Ws[l + 1].T)  # <-
            dZ = dA * (Zs[l] > 0)
        below = As[l - 1] if l > 0 else X
        dWs[l] = np.dot(below.T, dZ) / m
        dbs[l] = np.sum(dZ, axis=0, keepdims=True) / m
    return dWs, dbs
