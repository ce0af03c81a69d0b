import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    error = dZ2.ravel()
    dA1 = error * W2.T  # <- error:exception | broadcast-blowup
    dZ1 = dA1 * (Z1 > 0)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return dA1, dZ1, dW1, db1
