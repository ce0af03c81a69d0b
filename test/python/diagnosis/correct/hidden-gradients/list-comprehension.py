import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = len(X)
    dA1 = np.array([W2 @ d for d in dZ2])
    dZ1 = np.array([[g if z > 0 else 0.0 for g, z in zip(gs, zs)] for gs, zs in zip(dA1, Z1)])
    dW1 = sum(np.outer(x, d) for x, d in zip(X, dZ1)) / m
    db1 = np.array([sum(dZ1) / m])
    return dA1, dZ1, dW1, db1
