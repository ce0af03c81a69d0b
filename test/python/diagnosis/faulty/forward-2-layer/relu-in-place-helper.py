import numpy as np


def relu(x):
    x[x < 0] = 0  # <- overwritten-array
    return x


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = np.dot(X, W1) + b1
    A1 = relu(Z1)  # <- overwritten-array (or)
    Z2 = np.dot(A1, W2) + b2
    A2 = relu(Z2)
    return Z1, A1, Z2, A2
