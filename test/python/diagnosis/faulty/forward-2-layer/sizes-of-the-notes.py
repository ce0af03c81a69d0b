import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = np.zeros((100, 5))
    for i in range(100):
        for j in range(5):
            Z1[i, j] = np.sum(X[i] * W1[:, j]) + b1[0, j]  # <- error:exception
    A1 = np.maximum(0, Z1)
    Z2 = A1 @ W2 + b2
    A2 = np.maximum(0, Z2)
    return Z1, A1, Z2, A2
