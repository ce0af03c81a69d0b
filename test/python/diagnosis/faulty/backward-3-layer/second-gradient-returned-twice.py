import numpy as np

def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = A3 - Y
    dW3 = A2.T @ dZ3 / m
    db3 = dZ3.mean(0, keepdims=True)
    dZ2 = dZ3 @ W3.T * (Z2 > 0)
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.mean(0, keepdims=True)
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.mean(0, keepdims=True)
    return dW1, db1, dW2, db2, dW2, db3  # <- wrong-return-value
