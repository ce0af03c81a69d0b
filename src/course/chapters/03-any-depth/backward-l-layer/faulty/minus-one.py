# expect: wrong-layer-input
import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L
    dZ = As[-1] - Y
    for l in reversed(range(L)):
        dWs[l] = (1 / m) * np.dot(As[l - 1].T, dZ)  # <-
        dbs[l] = (1 / m) * np.sum(dZ, axis=0, keepdims=True)
        if l > 0:
            dA = np.dot(dZ, Ws[l].T)
            dZ = dA * (Zs[l - 1] > 0)
    return dWs, dbs
