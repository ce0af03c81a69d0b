# expect: missing-mean
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    dWs, dbs = [], []
    dZ = As[-1] - Y  # <-
    for l in reversed(range(len(Ws))):
        below = As[l - 1] if l > 0 else X
        dW = below.T @ dZ  # <-
        db = dZ.sum(axis=0, keepdims=True)
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if l > 0:
            dZ = (dZ @ Ws[l].T) * (Zs[l - 1] > 0)
    return dWs, dbs
