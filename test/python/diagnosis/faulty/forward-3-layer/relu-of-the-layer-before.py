import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    relu = lambda t: t * (t > 0)
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    A2 = relu(Z2)
    Z3 = A1 @ W3 + b3 if A1.shape[1] == W3.shape[0] else A2 @ W3 + b3
    A3 = relu(Z2)  # <- wrong-key | wrong-layer-input | unknown | wrong-return-value
    return Z1, A1, Z2, A2, Z3, A3
