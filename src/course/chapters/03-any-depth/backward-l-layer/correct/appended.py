import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    m = len(X)
    inputs = [X] + list(As[:-1])
    weights, biases = [], []
    delta = (As[-1] - Y) / m
    for k in range(len(Ws) - 1, -1, -1):
        weights.append(inputs[k].T @ delta)
        biases.append(delta.sum(axis=0, keepdims=True))
        if k:
            delta = delta @ Ws[k].T
            delta[Zs[k - 1] <= 0] = 0
    return weights[::-1], biases[::-1]
