import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = np.matmul(A1.T, dZ2) / A1.shape[1]  # <- wrong-mean
    db2 = dZ2.mean(axis=0, keepdims=True)
    dZ1 = np.matmul(dZ2, W2.T) * (Z1 > 0)
    dW1 = np.matmul(X.T, dZ1) / m
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
