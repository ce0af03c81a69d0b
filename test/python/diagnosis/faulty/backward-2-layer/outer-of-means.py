import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    dZ2 = A2 - Y
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    # average over the batch
    dZ2m, dZ1m = dZ2.mean(0, keepdims=True), dZ1.mean(0, keepdims=True)
    dW2 = A1.mean(0, keepdims=True).T @ dZ2m  # <- mean-before-product
    dW1 = X.mean(0, keepdims=True).T @ dZ1m
    return dW1, dZ1m, dW2, dZ2m
