import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    grads = []
    delta = A3 - Y
    for a, z, w in ((A2, Z2, W3), (A1, Z1, W2), (X, None, None)):
        grads += [a.T @ delta / m, delta.mean(axis=0, keepdims=True)]
        if z is not None:
            delta = (delta @ w.T) * (z > 0)
    return grads  # <- wrong-return-order
