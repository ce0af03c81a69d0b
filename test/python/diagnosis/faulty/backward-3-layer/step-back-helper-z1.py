import numpy as np


def step_back(delta, W, z):
    return (delta @ W.T) * np.where(z > 0, 1.0, 0.0)


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    d3 = A3 - Y
    d2 = step_back(d3, W3, Z2)
    d1 = step_back(d2, W2, Z1)
    dW3 = np.matmul(A2.T, d3) / m
    dW2 = np.matmul(Z1.T, d2) / m  # <- wrong-layer-input
    dW1 = np.matmul(X.T, d1) / m
    db3, db2, db1 = (np.sum(d, axis=0, keepdims=True) / m for d in (d3, d2, d1))
    return dW1, db1, dW2, db2, dW3, db3
