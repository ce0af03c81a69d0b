import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = dZ2 @ W2.T
    dZ1 = np.zeros_like(dA1)
    for i in range(m):
        for j in range(Z1.shape[1]):
            if dA1[i, j] > 0:  # <- derivative-of-wrong-tensor
                dZ1[i, j] = dA1[i, j]  # <- derivative-of-wrong-tensor (or)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return dA1, dZ1, dW1, db1
