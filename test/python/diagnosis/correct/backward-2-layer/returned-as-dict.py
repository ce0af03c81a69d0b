import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
    grads = {
        "dW1": X.T @ dZ1 / m,
        "db1": dZ1.mean(axis=0, keepdims=True),
        "dW2": A1.T @ dZ2 / m,
        "db2": dZ2.mean(axis=0, keepdims=True),
    }
    return grads
