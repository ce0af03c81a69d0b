import numpy as np


def relu_grad(v):
    return (v > 0) * 1.0


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    d_out = A2 - Y
    d_hidden = relu_grad(d_out @ W2.T)  # <- boolean-delta
    return X.T @ d_hidden / m, d_hidden.mean(0, keepdims=True), A1.T @ d_out / m, d_out.mean(0, keepdims=True)
