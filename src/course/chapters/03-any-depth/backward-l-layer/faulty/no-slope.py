# expect: missing-activation-derivative
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    dZ = As[-1] - Y
    for l in reversed(range(L)):
        below = X if l == 0 else As[l - 1]
        dWs[l] = below.T @ dZ / m
        dbs[l] = np.sum(dZ, axis=0, keepdims=True) / m
        if l > 0:
            dZ = dZ @ Ws[l].T  # <-
    return dWs, dbs
