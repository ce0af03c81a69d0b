import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L

    dZ = As[-1] - Y
    for i in reversed(range(L)):
        below = As[i - 1] if i > 0 else X
        dWs[i] = (1 / m) * np.dot(below.T, dZ)
        dbs[i] = (1 / m) * np.sum(dZ, axis=0, keepdims=True)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)

    return dWs, dbs
