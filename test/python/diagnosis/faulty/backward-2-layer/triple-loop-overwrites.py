import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = np.zeros_like(W2)
    for n in range(m):
        for j in range(W2.shape[0]):
            for k in range(W2.shape[1]):
                dW2[j, k] = A1[n, j] * dZ2[n, k] / m  # <- missing-sum | unknown | bias-per-sample
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return dW1, db1, dW2, db2
