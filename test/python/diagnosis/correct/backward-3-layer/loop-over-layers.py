import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    A, Z, W = [X, A1, A2, A3], [None, Z1, Z2, Z3], [None, W1, W2, W3]
    grads = {}
    delta = 2 * (A[3] - Y) / m
    for layer in range(3, 0, -1):
        grads[f"W{layer}"] = A[layer - 1].T @ delta
        grads[f"b{layer}"] = delta.sum(axis=0, keepdims=True)
        if layer > 1:
            delta = (delta @ W[layer].T) * (Z[layer - 1] > 0)
    return tuple(grads[f"{kind}{layer}"] for layer in (1, 2, 3) for kind in "Wb")
