import numpy as np


def relu(x):
    return np.maximum(0, x)


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = np.dot(X, W1) + b1
    A1 = relu(Z1)
    Z2 = np.dot(Z1, W2) + b2  # <- missing-activation
    A2 = relu(Z2)
    return Z1, A1, Z2, A2
