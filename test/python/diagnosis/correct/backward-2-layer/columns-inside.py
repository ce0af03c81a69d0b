import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    X, Y, Z1, A1, A2 = X.T, Y.T, Z1.T, A1.T, A2.T
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = 1 / m * dZ2 @ A1.T
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.dot(W2, dZ2) * (Z1 > 0)
    dW1 = 1 / m * dZ1 @ X.T
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return dW1.T, db1.T, dW2.T, db2.T
