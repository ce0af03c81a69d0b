import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = np.where(Z3 > 0, A3 - Y, 0)
    dZ2 = np.where(Z2 > 0, dZ3 @ W3.T, 0)
    dZ1 = np.where(Z1 > 0, dZ2 @ W2.T, 0)
    return (
        X.T @ dZ1 / m, dZ1.mean(0, keepdims=True),
        A1.T @ dZ2 / m, dZ2.mean(0, keepdims=True),
        A2.T @ dZ3 / m, dZ3.mean(0, keepdims=True),
    )
