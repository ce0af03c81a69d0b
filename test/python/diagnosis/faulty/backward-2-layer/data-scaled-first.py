import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    inp = X / np.max(np.abs(X))  # <- changed-input
    m = inp.shape[0]
    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    dW1 = inp.T @ dZ1 / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return dW1, db1, dW2, db2
