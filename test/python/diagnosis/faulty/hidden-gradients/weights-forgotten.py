import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = len(X)
    dA1 = np.dot(dZ2, np.ones_like(W2).T)  # <- wrong-weights
    dZ1 = np.where(Z1 > 0, dA1, 0)
    return dA1, dZ1, X.T @ dZ1 / m, dZ1.sum(0, keepdims=True) / m
