import numpy as np

def linear(x, W, b):
    return x @ W + b

def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    Z1 = linear(X, W1, b1)
    A1 = np.maximum(Z1, 0)
    Z2 = linear(Z1, W2, b2)  # <- missing-activation | wrong-layer-input
    A2 = np.maximum(Z2, 0)
    Z3 = linear(A2, W3, b3)
    A3 = np.maximum(Z3, 0)
    return Z1, A1, Z2, A2, Z3, A3
