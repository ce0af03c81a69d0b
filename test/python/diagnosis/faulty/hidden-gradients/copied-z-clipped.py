import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    relu_mask = Z1.copy()
    relu_mask[relu_mask < 0] = 0  # <- activation-instead-of-derivative
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * relu_mask
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return dA1, dZ1, dW1, db1
