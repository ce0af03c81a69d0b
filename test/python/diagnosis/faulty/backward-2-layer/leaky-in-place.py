import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    err = A2 - Y
    dW2 = A1.T @ err / m
    db2 = err.sum(0, keepdims=True) / m
    hidden_err = err @ W2.T
    hidden_err[Z1 < 0] *= 0.2  # <- not-a-slope | wrong-slope
    dW1 = X.T @ hidden_err / m
    db1 = hidden_err.sum(0, keepdims=True) / m
    return dW1, db1, dW2, db2
