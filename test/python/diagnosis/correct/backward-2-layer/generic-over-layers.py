import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    weights, pre, inputs = [W1, W2], [Z1, Z2], [X, A1]
    grads = []
    delta = A2 - Y
    for layer in reversed(range(2)):
        m = delta.shape[0]
        grads = [inputs[layer].T @ delta / m, delta.mean(axis=0, keepdims=True)] + grads
        if layer > 0:
            delta = (delta @ weights[layer].T) * (pre[layer - 1] > 0)
    return tuple(grads)
