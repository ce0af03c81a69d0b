import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = np.empty((X.shape[0], W1.shape[1]))
    np.dot(X, W1, out=Z1)
    Z1 += b1
    A1 = Z1.copy()
    A1[A1 <= 0] = 0
    Z2 = A1 @ W2
    Z2 += b2
    A2 = np.maximum(Z2, 0.0)
    return Z1, A1, Z2, A2
