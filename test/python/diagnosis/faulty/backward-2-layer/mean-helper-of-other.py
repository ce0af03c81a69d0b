import numpy as np

def bias_grad(d):
    return np.mean(d, axis=0, keepdims=True)

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dA1 = dZ2 @ W2.T
    dZ1 = dA1 * (Z1 > 0)
    dW1 = X.T @ dZ1 / m
    dW2 = A1.T @ dZ2 / m
    db1 = bias_grad(dA1)  # <- missing-activation-derivative
    db2 = bias_grad(dZ2)
    return dW1, db1, dW2, db2
