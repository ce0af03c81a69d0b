import numpy as np


def normalise(X):
    mu = X.mean(axis=0, keepdims=True)
    return X - mu  # <- changed-input


def forward_propagation(X, W1, b1, W2, b2):
    X = normalise(X)  # <- changed-input (or)
    Z1 = X @ W1 + b1
    A1 = np.maximum(0, Z1)
    Z2 = A1 @ W2 + b2
    A2 = np.maximum(0, Z2)
    return Z1, A1, Z2, A2
