import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    acts = [X, A1, A2]
    pre = [Z1, Z2, Z3]
    Ws = [W1, W2, W3]
    m = X.shape[0]
    delta = A3 - Y
    out = []
    for l in (2, 1, 0):
        out.insert(0, delta.sum(axis=0, keepdims=True) / m)
        out.insert(0, acts[l].T @ delta / m)
        if l:
            delta = (delta @ Ws[l].T) * (pre[l] > 0)  # <- derivative-of-wrong-tensor | error:exception
    return tuple(out)
