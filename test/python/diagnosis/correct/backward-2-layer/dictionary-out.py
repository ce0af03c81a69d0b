import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    grads = {}
    dZ2 = A2 - Y
    grads["dW2"] = (1.0 / m) * (A1.T @ dZ2)
    grads["db2"] = (1.0 / m) * dZ2.sum(axis=0, keepdims=True)
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
    grads["dW1"] = (1.0 / m) * (X.T @ dZ1)
    grads["db1"] = (1.0 / m) * dZ1.sum(axis=0, keepdims=True)
    return grads
