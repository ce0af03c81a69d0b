import numpy as np


def relu(x):
    return np.maximum(0, x)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = np.matmul(X, W1) + b1
    A1 = relu(Z1)
    Z2 = np.matmul(A1, W2) + b2
    A2 = sigmoid(Z2)  # <- wrong-activation
    return Z1, A1, Z2, A2  # <- wrong-activation (or)
