import numpy as np


def layer(a, w, b=0):
    z = a @ w + b
    return z, np.maximum(0, z)


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    Z1, A1 = layer(X, W1, b1)
    Z2, A2 = layer(A1, W2)  # <- missing-bias
    Z3, A3 = layer(A2, W3, b3)
    return Z1, A1, Z2, A2, Z3, A3
