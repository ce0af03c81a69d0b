import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = 2 * (A2 - Y)
    dZ2[Y <= 0] = 0  # <- derivative-of-wrong-tensor
    dZ1 = dZ2 @ W2.T
    dZ1[Z1 <= 0] = 0
    return X.T @ dZ1 / m, dZ1.mean(0, keepdims=True), A1.T @ dZ2 / m, dZ2.mean(0, keepdims=True)
