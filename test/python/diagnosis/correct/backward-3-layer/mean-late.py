import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = A3 - Y
    dZ2 = np.multiply(np.matmul(dZ3, W3.T), Z2 >= 0)
    dZ1 = np.multiply(np.matmul(dZ2, W2.T), Z1 >= 0)
    grads = [
        np.matmul(X.T, dZ1),
        np.sum(dZ1, axis=0, keepdims=True),
        np.matmul(A1.T, dZ2),
        np.sum(dZ2, axis=0, keepdims=True),
        np.matmul(A2.T, dZ3),
        np.sum(dZ3, axis=0, keepdims=True),
    ]
    return [g / m for g in grads]
