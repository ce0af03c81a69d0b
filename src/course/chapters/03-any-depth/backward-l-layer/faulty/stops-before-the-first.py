# expect: layer-left-out
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    L = len(Ws)
    dWs = [np.zeros_like(W) for W in Ws]  # <-
    dbs = [np.zeros((1, W.shape[1])) for W in Ws]
    dZ = As[-1] - Y
    for l in range(L - 1, 0, -1):  # <-
        dWs[l] = np.dot(As[l - 1].T, dZ) / m
        dbs[l] = np.sum(dZ, axis=0, keepdims=True) / m
        dZ = np.dot(dZ, Ws[l].T) * (Zs[l - 1] > 0)
    return dWs, dbs
