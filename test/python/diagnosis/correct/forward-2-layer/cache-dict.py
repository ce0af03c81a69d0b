import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.maximum(0, Z1)
    Z2 = A1 @ W2 + b2
    A2 = np.maximum(0, Z2)
    cache = {"Z1": Z1, "A1": A1, "Z2": Z2}
    return A2, cache
