import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    g = {}
    e = A2 - Y
    g["W2"] = A1.T @ e * (1 / m)
    g["b2"] = np.mean(e, axis=0, keepdims=True)
    h = (e @ W2.T) * (A1 > 0)
    g["W1"] = X.T @ h * (1 / m)
    g["b1"] = np.mean(e @ W2.T, axis=0, keepdims=True)  # <- missing-activation-derivative
    return g["W1"], g["b1"], g["W2"], g["b2"]
