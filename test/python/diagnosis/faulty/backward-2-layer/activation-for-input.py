import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    delta = [None, None]
    delta[1] = A2 - Y
    delta[0] = (delta[1] @ W2.T) * (Z1 > 0)
    grads = {}
    grads["W2"] = A1.T @ delta[1] / m
    grads["b2"] = delta[1].mean(axis=0, keepdims=True)
    grads["W1"] = A1.T @ delta[0] / m  # <- wrong-layer-input
    grads["b1"] = delta[0].mean(axis=0, keepdims=True)
    return grads["W1"], grads["b1"], grads["W2"], grads["b2"]
