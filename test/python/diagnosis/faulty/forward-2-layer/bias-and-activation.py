import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = np.dot(X, W1)  # <- missing-bias
    A1 = np.maximum(0, Z1)
    Z2 = np.dot(A1, W2) + b2
    A2 = 1 / (1 + np.exp(-Z2))  # <- wrong-activation
    return Z1, A1, Z2, A2
