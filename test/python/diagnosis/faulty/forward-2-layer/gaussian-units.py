import numpy as np


def act(z):
    return np.exp(-z ** 2)  # <- wrong-activation (or)


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = X.dot(W1) + b1
    A1 = act(Z1)  # <- wrong-activation
    Z2 = A1.dot(W2) + b2
    A2 = np.maximum(0, Z2)
    return Z1, A1, Z2, A2
