import numpy as np

def layer_back(dA, Z, A_prev, W):
    dZ = dA * (dA > 0)  # <- derivative-of-wrong-tensor
    m = A_prev.shape[0]
    return A_prev.T @ dZ / m, dZ.sum(axis=0, keepdims=True) / m, dZ @ W.T

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    dW1, db1, _ = layer_back(dZ2 @ W2.T, Z1, X, W1)
    return dW1, db1, dW2, db2
