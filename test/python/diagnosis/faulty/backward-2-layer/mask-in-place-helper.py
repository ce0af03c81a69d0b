import numpy as np


def relu_prime(a):
    a[a > 0] = 1  # <- input-mutated
    return a


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = len(X)
    e = A2 - Y
    h = (e @ W2.T) * relu_prime(A1)
    return X.T @ h / m, h.mean(0, keepdims=True), A1.T @ e / m, e.mean(0, keepdims=True)
