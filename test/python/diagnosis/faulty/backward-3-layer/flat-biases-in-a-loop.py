import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    A, Z, W = [X, A1, A2, A3], [None, Z1, Z2, Z3], [None, W1, W2, W3]
    dW, db = [None] * 4, [None] * 4
    delta = A[3] - Y
    for layer in (3, 2, 1):
        dW[layer] = A[layer - 1].T @ delta / m
        db[layer] = delta.sum(axis=0) / m  # <- missing-keepdims
        if layer > 1:
            delta = (delta @ W[layer].T) * (Z[layer - 1] > 0)
    return dW[1], db[1], dW[2], db[2], dW[3], db[3]
