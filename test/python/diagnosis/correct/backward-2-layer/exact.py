import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dA2 = 2 / m * (A2 - Y)
    dZ2 = dA2 * np.heaviside(Z2, 0.0)
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * np.heaviside(Z1, 0.0)
    return (
        X.T @ dZ1,
        dZ1.sum(axis=0, keepdims=True),
        A1.T @ dZ2,
        dZ2.sum(axis=0, keepdims=True),
    )
