import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = A3 - Y
    dZ2 = (dZ3 @ W3.T) * (Z2 > 0)
    dZ1 = np.dot(np.dot(dZ2, W2.T).T, Z1 > 0)  # <- matrix-product
    dW3, db3 = A2.T @ dZ3 / m, dZ3.sum(0, keepdims=True) / m
    dW2, db2 = A1.T @ dZ2 / m, dZ2.sum(0, keepdims=True) / m
    dW1, db1 = X.T @ dZ1 / m, dZ1.sum(0, keepdims=True) / m
    return dW1, db1, dW2, db2, dW3, db3
