import numpy as np


def mask(values, reference):
    masked = values.copy()
    masked[reference == 0] = 0
    return masked


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    delta = A2 - Y
    cache = {'2': (A1, delta), '1': (X, mask(delta @ W2.T, A1))}
    out = {}
    for k, (inp, d) in cache.items():
        out['dW' + k] = (d.T @ inp).T / m
        out['db' + k] = np.add.reduce(d, axis=0, keepdims=True) / m
    return [out[n] for n in ('dW1', 'db1', 'dW2', 'db2')]
