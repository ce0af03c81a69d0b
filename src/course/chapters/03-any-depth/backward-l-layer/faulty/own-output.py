# expect: wrong-layer-input
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for l in range(len(Ws) - 1, -1, -1):
        dW = As[l].T @ dZ / m  # <-
        db = dZ.sum(axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if l > 0:
            dZ = (dZ @ Ws[l].T) * (Zs[l - 1] > 0)
    return dWs, dbs
