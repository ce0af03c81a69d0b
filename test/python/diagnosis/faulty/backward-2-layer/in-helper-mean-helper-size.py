import numpy as np

def mean_rows(d):
    total = d.sum(axis=0, keepdims=True)
    return total / d.size  # <- wrong-mean

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    dW2 = A1.T @ dZ2 / m
    dW1 = X.T @ dZ1 / m
    db2 = mean_rows(dZ2)
    db1 = mean_rows(dZ1)
    return dW1, db1, dW2, db2
