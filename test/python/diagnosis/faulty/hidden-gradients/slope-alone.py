import numpy as np


def drelu(z):
    return z > 0


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = dZ2 @ W2.T
    dZ1 = drelu(Z1)  # <- boolean-delta
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dA1, dZ1, dW1, db1
