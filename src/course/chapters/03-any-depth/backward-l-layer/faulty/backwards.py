# expect: wrong-return-order
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    L = len(Ws)
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for l in reversed(range(L)):
        below = As[l - 1] if l > 0 else X
        dWs.append(below.T @ dZ / m)
        dbs.append(dZ.sum(axis=0, keepdims=True) / m)
        if l > 0:
            dZ = (dZ @ Ws[l].T) * (Zs[l - 1] > 0)
    return dWs, dbs
