import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    f = np.tanh
    Z1 = X @ W1 + b1
    A1 = f(Z1)  # <- wrong-activation
    Z2 = A1 @ W2 + b2
    A2 = f(Z2)
    Z3 = A2 @ W3 + b3
    A3 = f(Z3)
    return Z1, A1, Z2, A2, Z3, A3
