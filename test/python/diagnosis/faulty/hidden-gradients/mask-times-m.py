import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = dZ2 @ W2.T
    dZ1 = np.multiply(dA1, Z1 > 0, where=Z1 > 0, out=np.zeros_like(dA1))
    dW1 = np.matmul(X.T, dZ1) / m**2  # <- double-mean
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return dA1, dZ1, dW1, db1
