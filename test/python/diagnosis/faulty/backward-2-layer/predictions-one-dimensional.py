import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    y_hat = A2[:, 0]
    delta = 2 * (y_hat - Y) / m  # <- broadcast-blowup
    dW2 = A1.T @ delta
    db2 = delta.sum(axis=0, keepdims=True)
    hidden = delta @ W2.T * (Z1 > 0)
    dW1 = X.T @ hidden
    db1 = hidden.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
