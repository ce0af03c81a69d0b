import numpy as np


def tanh_deriv(a):
    return 1 - a ** 2


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = len(Y)
    error = A3 - Y
    deltas = [error]
    deltas.append(deltas[-1].dot(W3.T) * tanh_deriv(A2))  # <- wrong-slope
    deltas.append(deltas[-1].dot(W2.T) * tanh_deriv(A1))
    deltas.reverse()
    out = []
    for layer_in, d in zip([X, A1, A2], deltas):
        out.append(layer_in.T.dot(d) / m)
        out.append(d.sum(axis=0, keepdims=True) / m)
    return tuple(out)
