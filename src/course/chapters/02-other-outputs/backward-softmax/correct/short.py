import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    delta = (A2 - Y) / len(X)
    back = delta @ W2.T * (Z1 > 0)
    return X.T @ back, back.sum(axis=0, keepdims=True), A1.T @ delta, delta.sum(axis=0, keepdims=True)
