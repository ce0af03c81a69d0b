import numpy as np


def layer_gradients(inputs, delta):
    m = delta.shape[0]
    return inputs.T @ delta / m, delta.sum(axis=0, keepdims=True) / m


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    dZ2 = A2 - Y
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    dW2, db2 = layer_gradients(X, dZ2)  # <- wrong-layer-input
    dW1, db1 = layer_gradients(X, dZ1)
    return dW1, db1, dW2, db2
