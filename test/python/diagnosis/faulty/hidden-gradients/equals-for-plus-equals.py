import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * (Z1 > 0)
    dW1 = X.T @ dZ1 / m
    db1 = np.zeros((1, Z1.shape[1]))
    for row in dZ1:
        db1 = row.reshape(1, -1) / m  # <- missing-sum
    return dA1, dZ1, dW1, db1
