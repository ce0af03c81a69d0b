import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = len(X)
    dA1 = np.stack([W2 @ row for row in dZ2])
    dZ1 = np.zeros_like(dA1)
    np.copyto(dZ1, dA1, where=Z1 > 0)
    dW1 = sum(np.outer(x, d) for x, d in zip(X, dZ1)) / m
    db1 = np.average(dZ1, axis=0)[np.newaxis]
    return dA1, dZ1, dW1, db1
