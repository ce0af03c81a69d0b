import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    scale = 2 / X.shape[0]
    gate = lambda z, d: np.where(z > 0, d, 0.0)
    dZ2 = gate(Z2, scale * (A2 - Y))
    dZ1 = gate(Z1, dZ2 @ W2.T)
    return X.T @ dZ1, dZ1.sum(0, keepdims=True), A1.T @ dZ2, dZ2.sum(0, keepdims=True)
