import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    mask = (Z1 > 0).astype(float)
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * mask
    dW1 = X.T @ dA1 / m  # <- missing-activation-derivative
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return dA1, dZ1, dW1, db1
