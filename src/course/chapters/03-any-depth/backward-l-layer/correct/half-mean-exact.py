import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    # The loss is 0.5 * np.mean((As[-1] - Y) ** 2); its mean is divided by once, here.
    layers = [X, *As]
    delta = (layers[-1] - Y) * (Zs[-1] > 0) / np.size(Y)
    dWs, dbs = [], []
    for l in range(len(Ws), 0, -1):
        dWs.insert(0, layers[l - 1].T @ delta)
        dbs.insert(0, delta.sum(axis=0, keepdims=True))
        if l > 1:
            delta = (delta @ Ws[l - 1].T) * (Zs[l - 2] > 0)
    return dWs, dbs
