import numpy as np

def relu_prime(z):
    g = np.ones_like(z)
    g[z < -1] = 0  # <- derivative-of-wrong-tensor
    return g  # <- derivative-of-wrong-tensor (or)

def hidden_gradients(X, Z1, dZ2, W2):
    m = len(X)
    dA1 = dZ2 @ W2.T
    dZ1 = np.multiply(dA1, relu_prime(Z1))
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.mean(axis=0, keepdims=True)
    return dA1, dZ1, dW1, db1
