import numpy as np


def relu(v):
    return v * (v > 0)


def one_layer_back(delta, weights, z):
    return (delta @ weights.T) * relu(z)  # <- activation-instead-of-derivative


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    d3 = A3 - Y
    d2 = one_layer_back(d3, W3, Z2)
    d1 = one_layer_back(d2, W2, Z1)
    result = []
    for inp, d in ((X, d1), (A1, d2), (A2, d3)):
        result.append(inp.T @ d / m)
        result.append(np.mean(d, axis=0, keepdims=True))
    return result
