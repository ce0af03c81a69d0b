import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    # the cost as it is written: mean of the squared error
    m = X.shape[0]
    grads_w, grads_b = {}, {}
    dA = 2 * (As[-1] - Y)
    for i, (Z, W) in reversed(list(enumerate(zip(Zs, Ws)))):
        dZ = dA * (Z > 0)
        A = X if i == 0 else As[i - 1]
        grads_w[i] = A.T @ dZ / m
        grads_b[i] = dZ.sum(axis=0, keepdims=True) / m
        dA = dZ @ W.T
    return [grads_w[i] for i in range(len(Ws))], [grads_b[i] for i in range(len(Ws))]
