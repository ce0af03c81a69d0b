import numpy as np


def layer_grads(inp, delta):
    dW = inp.T @ delta / len(inp)
    db = np.mean(dW, axis=0, keepdims=True)  # <- missing-delta
    return dW, db


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    d3 = A3 - Y
    d2 = d3 @ W3.T * (A2 > 0)
    d1 = d2 @ W2.T * (A1 > 0)
    return (*layer_grads(X, d1), *layer_grads(A1, d2), *layer_grads(A2, d3))
