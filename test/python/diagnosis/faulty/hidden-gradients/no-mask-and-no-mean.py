import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    dA1 = dZ2 @ W2.T
    dZ1 = 1 * dA1  # <- missing-activation-derivative
    dW1 = X.T @ dZ1  # <- missing-mean
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dA1, dZ1, dW1, db1
