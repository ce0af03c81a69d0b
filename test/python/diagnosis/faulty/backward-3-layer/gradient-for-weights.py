import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    d3 = (A3 - Y) / m
    dW3 = A2.T @ d3
    d2 = (d3 @ dW3.T) * (Z2 > 0)  # <- wrong-weights
    dW2 = A1.T @ d2
    d1 = (d2 @ W2.T) * (Z1 > 0)
    dW1 = X.T @ d1
    return dW1, d1.sum(0, keepdims=True), dW2, d2.sum(0, keepdims=True), dW3, d3.sum(0, keepdims=True)
