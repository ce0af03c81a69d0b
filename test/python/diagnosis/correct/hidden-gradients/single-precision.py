import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    X = np.float32(X)
    W2 = np.asarray(W2, dtype='float32')
    m = len(X)
    dA1 = np.float32(dZ2) @ W2.T
    dZ1 = dA1 * (Z1 > 0)
    return dA1, dZ1, X.T @ dZ1 / m, dZ1.mean(0, keepdims=True)
