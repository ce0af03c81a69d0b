import numpy as np

def layer_backward(d, a_prev, w):
    n = d.shape[0]
    return a_prev.T @ d / n, d.sum(axis=0, keepdims=True) / n, d @ w.T

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    dZ2 = A2 - Y
    dW2, db2, dA1 = layer_backward(dZ2, Z1, W2)  # <- wrong-layer-input
    dZ1 = dA1 * (Z1 > 0)
    dW1, db1, _ = layer_backward(dZ1, X, W1)
    return dW1, db1, dW2, db2
