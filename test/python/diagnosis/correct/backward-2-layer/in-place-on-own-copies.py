import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    delta = A2.copy()
    delta -= Y
    delta *= 2
    delta /= delta.shape[0]
    dW2 = A1.T @ delta
    db2 = delta.sum(axis=0, keepdims=True)
    delta = delta @ W2.T
    delta[Z1 < 0] = 0
    dW1 = X.T @ delta
    db1 = delta.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
