import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    d2 = A2 - Y
    gate = np.clip(Z1, 0, 1)  # <- not-a-slope (or)
    d1 = (d2 @ W2.T) * gate  # <- not-a-slope
    dW1 = X.T @ d1 / m
    db1 = d1.sum(axis=0, keepdims=True) / m
    return dW1, db1, A1.T @ d2 / m, d2.sum(axis=0, keepdims=True) / m
