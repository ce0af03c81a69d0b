import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m, L = X.shape[0], len(Ws)
    dWs = [np.zeros_like(W) for W in Ws]
    dbs = [np.zeros((1, W.shape[1])) for W in Ws]
    for i in range(m):
        d = As[L - 1][i] - Y[i]
        for l in range(L - 1, -1, -1):
            a = X[i] if l == 0 else As[l - 1][i]
            dWs[l] += np.outer(a, d) / m
            dbs[l] += d / m
            d = (Ws[l] @ d) * (a > 0)
    return dWs, dbs
