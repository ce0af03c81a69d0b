import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    relu = lambda z: z * (z > 0)
    Z1 = W1.T @ X.T + b1.T  # <- transposed
    A1 = relu(Z1)
    Z2 = W2.T @ A1 + b2.T
    A2 = relu(Z2)
    return Z1, A1, Z2, A2
