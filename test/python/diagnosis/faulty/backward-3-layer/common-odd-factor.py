import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    alpha = 0.3
    d3 = alpha * (A3 - Y)  # <- scaled
    d2 = d3 @ W3.T * (Z2 > 0)
    d1 = d2 @ W2.T * (Z1 > 0)
    # the gradients
    return X.T @ d1 / m, d1.mean(0, keepdims=True), A1.T @ d2 / m, d2.mean(0, keepdims=True), A2.T @ d3 / m, d3.mean(0, keepdims=True)
