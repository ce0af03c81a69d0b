import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    err = A2 - Y
    dW2 = np.multiply(A1, err).sum(axis=0, keepdims=True).T / m  # <- elementwise-product
    db2 = err.mean(axis=0, keepdims=True)
    dZ1 = np.dot(err, W2.T) * (Z1 > 0)
    dW1 = np.dot(X.T, dZ1) / m
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
