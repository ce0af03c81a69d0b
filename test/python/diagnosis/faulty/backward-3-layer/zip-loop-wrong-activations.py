import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    delta = A3 - Y
    out = []
    for inp, z, w in [(Z2, Z2, W3), (A1, Z1, W2), (X, None, None)]:
        out.insert(0, delta.sum(axis=0, keepdims=True) / m)
        out.insert(0, inp.T @ delta / m)  # <- wrong-layer-input
        if w is not None:
            delta = delta @ w.T * (z > 0)
    return out
