import numpy as np


def below_of(X, As):
    return As[-2] if len(As) > 1 else X


def walk(X, delta, Zs, As, Ws):
    m = X.shape[0]
    dW = below_of(X, As).T.dot(delta) / m
    db = np.mean(delta, axis=0, keepdims=True)
    if len(Ws) == 1:
        return [dW], [db]
    carried = delta.dot(Ws[-1].T) * np.where(Zs[-2] > 0, 1, 0)
    dWs, dbs = walk(X, carried, Zs[:-1], As[:-1], Ws[:-1])
    return dWs + [dW], dbs + [db]


def backward_propagation(X, Y, Zs, As, Ws):
    return walk(X, As[-1] - Y, Zs, As, Ws)
