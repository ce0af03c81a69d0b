import numpy as np


def layer(x, w, b, act=True):
    z = x @ w + b
    return z, np.maximum(z, 0) if act else z


def forward_propagation(X, W1, b1, W2, b2):
    Z1, A1 = layer(X, W1, b1)
    Z2, A2 = layer(A1, W2, b2, act=False)  # <- missing-activation
    return Z1, A1, Z2, A2
