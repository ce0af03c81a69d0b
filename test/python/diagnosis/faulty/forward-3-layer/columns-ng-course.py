import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    z1 = W1.dot(X) + b1  # <- samples-in-columns
    a1 = z1 * (z1 > 0)
    z2 = W2.dot(a1) + b2
    a2 = z2 * (z2 > 0)
    z3 = W3.dot(a2) + b3
    a3 = z3 * (z3 > 0)
    return z1, a1, z2, a2, z3, a3
