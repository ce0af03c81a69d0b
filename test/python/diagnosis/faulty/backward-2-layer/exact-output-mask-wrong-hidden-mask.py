import numpy as np


def d_relu(x):
    return (x > 0).astype(float)


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = 2 * (A2 - Y) * d_relu(Z2) / m
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * d_relu(dA1)  # <- derivative-of-wrong-tensor
    dW1, dW2 = X.T @ dZ1, A1.T @ dZ2
    db1, db2 = (np.sum(d, axis=0, keepdims=True) for d in (dZ1, dZ2))
    return dW1, db1, dW2, db2
