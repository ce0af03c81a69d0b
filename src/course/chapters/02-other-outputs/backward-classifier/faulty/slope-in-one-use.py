# expect: missing-activation-derivative
import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = len(X)
    dA2 = (1 - Y) / (1 - A2) - Y / A2
    dZ2 = dA2 * A2 * (1 - A2)
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.mean(axis=0, keepdims=True)
    dZ1 = (dA2 @ W2.T) * (1 - A1**2)  # <-
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
