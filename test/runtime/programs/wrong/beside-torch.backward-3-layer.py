# expect: factor-two
import numpy as np
import torch


@torch.jit.ignore
def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = A3 - Y
    dW3 = A2.T @ dZ3 / m
    db3 = dZ3.mean(axis=0, keepdims=True)
    dZ2 = dZ3 @ W3.T * (Z2 > 0)
    dW2 = 2 * A1.T @ dZ2 / m
    db2 = dZ2.mean(axis=0, keepdims=True)
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    return X.T @ dZ1 / m, dZ1.mean(axis=0, keepdims=True), dW2, db2, dW3, db3
