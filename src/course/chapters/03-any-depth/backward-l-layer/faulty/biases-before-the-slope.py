# expect: missing-activation-derivative
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    ins = [X] + As
    dWs, dbs = [], []
    dA = As[-1] - Y
    dZ = dA
    for l in reversed(range(len(Ws))):
        dW = ins[l].T @ dZ / m
        db = np.mean(dA, axis=0, keepdims=True)  # <-
        dWs.insert(0, dW)
        dbs.insert(0, db)
        dA = dZ @ Ws[l].T
        if l > 0:
            dZ = dA * (Zs[l - 1] > 0)
    return dWs, dbs
