import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = X @ (W1 + b1)  # <- missing-bias
    A1 = np.maximum(Z1, 0)
    Z2 = A1 @ (W2 + b2)
    A2 = np.maximum(Z2, 0)
    return Z1, A1, Z2, A2
