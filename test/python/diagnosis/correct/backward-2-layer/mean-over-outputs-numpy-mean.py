import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    # L = np.mean((A2 - Y) ** 2), differentiated as it stands
    dA2 = 2.0 * (A2 - Y) / A2.size
    dW2 = A1.T @ dA2
    db2 = dA2.sum(axis=0, keepdims=True)
    dA1 = dA2 @ W2.T
    dZ1 = dA1 * (Z1 > 0)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
