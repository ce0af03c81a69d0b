import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    """Gradients of a network with any number of layers.

    X: (m, n_in), Y: (m, n_out)
    Zs = [Z1, ..., ZL], As = [A1, ..., AL], Ws = [W1, ..., WL]
    returns dWs, dbs: two lists, shaped like Ws and the biases
    """
    m = X.shape[0]
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L

    dZ = ...  # the error at the output
    for i in reversed(range(L)):
        below = ...  # what came into layer i
        dWs[i] = ...
        dbs[i] = ...
        if i > 0:
            dA = ...
            dZ = ...

    return dWs, dbs
