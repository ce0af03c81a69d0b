import numpy as np


def relu(x):
    return np.maximum(0, x)


def forward_propagation(X, W1, b1, W2, b2):
    # Hidden layer
    Z1 = np.dot(X, W1) + b1
    A1 = relu(Z1)

    # Output layer
    Z2 = ...  # <- unimplemented
    A2 = relu(A1)

    return Z1, A1, Z2, A2
