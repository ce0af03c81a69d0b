import numpy as np

def relu_prime(z):
    return np.ones(z.shape)  # <- missing-activation-derivative

def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    d3 = A3 - Y
    d2 = d3 @ W3.T * relu_prime(Z2)
    d1 = d2 @ W2.T * relu_prime(Z1)
    return (X.T @ d1 / m, d1.sum(0, keepdims=True) / m, A1.T @ d2 / m, d2.sum(0, keepdims=True) / m,
            A2.T @ d3 / m, d3.sum(0, keepdims=True) / m)
