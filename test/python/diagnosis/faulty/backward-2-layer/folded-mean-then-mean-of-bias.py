import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = Y.shape[0]
    dZ2 = (A2 - Y) / m
    dW2 = A1.T @ dZ2
    db2 = np.mean(dZ2, axis=0, keepdims=True)  # <- double-mean
    dZ1 = (dZ2 @ W2.T) * np.heaviside(Z1, 0)
    dW1 = X.T @ dZ1
    db1 = np.mean(dZ1, axis=0, keepdims=True)  # <- double-mean (or)
    return dW1, db1, dW2, db2
