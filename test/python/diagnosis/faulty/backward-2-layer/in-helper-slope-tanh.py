import numpy as np

def slope(z):
    return 1 - z ** 2  # <- wrong-slope | not-a-slope

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(0, keepdims=True) / m
    dZ1 = dZ2 @ W2.T * slope(A1)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(0, keepdims=True) / m
    return dW1, db1, dW2, db2
