import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    W1, b1, W2, b2 = [p.astype("float32") for p in (W1, b1, W2, b2)]
    Z1 = X.astype("float32") @ W1 + b1
    A1 = np.maximum(Z1, 0)
    Z2 = A1 @ W2 + b2
    A2 = np.maximum(Z2, 0)
    return Z1, A1, Z2, A2
