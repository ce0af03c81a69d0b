import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
    weights = [X.T @ dZ1 / m, A1.T @ dZ2 / m]
    biases = [d.mean(axis=0, keepdims=True) for d in (dZ1, dZ2)]
    return (*weights, *biases)  # <- wrong-return-order
