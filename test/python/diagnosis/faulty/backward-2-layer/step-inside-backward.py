import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m, lr = X.shape[0], 0.1
    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.mean(axis=0, keepdims=True)
    W2 = W2 - lr * dW2
    dZ1 = dZ2 @ W2.T * (Z1 > 0)  # <- update-order
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
