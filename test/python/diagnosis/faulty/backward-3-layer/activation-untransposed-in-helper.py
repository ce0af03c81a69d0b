import numpy as np


def gradients(a, d):
    m = d.shape[0]
    return np.matmul(a, d) / m, d.sum(axis=0, keepdims=True) / m  # <- operand-order


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    dZ3 = A3 - Y
    dZ2 = (dZ3 @ W3.T) * (Z2 > 0)
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
    dW3, db3 = gradients(A2, dZ3)
    dW2, db2 = gradients(A1, dZ2)
    dW1, db1 = gradients(X, dZ1)
    return dW1, db1, dW2, db2, dW3, db3
