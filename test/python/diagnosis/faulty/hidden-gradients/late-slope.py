import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * (Z1 > 0)
    dW1 = X.T @ dA1 * (Z1 > 0) / m  # <- operand-order
    db1 = dZ1.mean(0, keepdims=True)
    return dA1, dZ1, dW1, db1
