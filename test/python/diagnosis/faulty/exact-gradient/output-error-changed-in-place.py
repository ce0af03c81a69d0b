import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    delta = A2
    delta -= Y  # <- input-mutated
    delta *= 2 * (Z2 > 0)
    dW2, db2 = A1.T @ delta / m, delta.mean(axis=0, keepdims=True)
    hidden = (delta @ W2.T) * (Z1 > 0)
    dW1, db1 = X.T @ hidden / m, hidden.mean(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
