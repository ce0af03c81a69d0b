# expect: missing-activation
import numpy as np

hidden = int(input("hidden units: "))
W = np.zeros((3, hidden))


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = Z1
    Z2 = A1 @ W2 + b2
    A2 = np.maximum(0, Z2)
    return Z1, A1, Z2, A2
