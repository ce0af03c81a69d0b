import numpy as np

def relu_grad(z):
    return (z > 0).astype(float)

def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = A3 - Y
    dW3 = A2.T @ dZ3 / m
    db3 = dZ3.sum(0, keepdims=True) / m
    dZ2 = (dZ3 @ W3.T) * relu_grad(Z2)
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(0, keepdims=True) / m
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * relu_grad(dA1)  # <- derivative-of-wrong-tensor
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(0, keepdims=True) / m
    return dW1, db1, dW2, db2, dW3, db3
