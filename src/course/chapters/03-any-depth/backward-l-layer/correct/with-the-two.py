import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = X.shape[0]
    dZ = 2 / m * (As[-1] - Y)
    dWs, dbs = [], []
    for A, W, Z in zip([X, *As][-2::-1], Ws[::-1], [None, *Zs][-2::-1]):
        dWs = [A.T @ dZ] + dWs
        dbs = [np.ones((1, m)) @ dZ] + dbs
        if Z is not None:
            dZ = (dZ @ W.T) * (Z > 0)
    return dWs, dbs
