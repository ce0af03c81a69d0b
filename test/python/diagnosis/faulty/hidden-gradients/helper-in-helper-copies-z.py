import numpy as np


def relu_backward(dA, Z):
    return dA * relu_derivative(Z)


def relu_derivative(Z):
    d = np.zeros_like(Z)
    d[Z > 0] = Z[Z > 0]  # <- activation-instead-of-derivative
    return d


def hidden_gradients(X, Z1, dZ2, W2):
    m = len(X)
    dA1 = dZ2 @ W2.T
    dZ1 = relu_backward(dA1, Z1)
    return dA1, dZ1, X.T @ dZ1 / m, dZ1.mean(axis=0, keepdims=True)
