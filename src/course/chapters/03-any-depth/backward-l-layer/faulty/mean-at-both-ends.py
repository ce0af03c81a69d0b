# expect: double-mean
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    delta = (As[-1] - Y) / m  # <-
    dWs, dbs = [], []
    for l in reversed(range(len(Ws))):
        below = As[l - 1] if l > 0 else X
        dWs = [below.T @ delta / m] + dWs
        dbs = [delta.mean(axis=0, keepdims=True)] + dbs
        if l > 0:
            delta = (delta @ Ws[l].T) * (Zs[l - 1] > 0)
    return dWs, dbs
