import numpy as np


def hidden_delta(error, weights, z):
    return error.dot(weights.T) * (z > 0)


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    output_error = A3 - Y
    delta2 = hidden_delta(output_error, W3, Z2)
    delta1 = hidden_delta(output_error, W2, Z1)  # <- restarted-delta
    grads = ()
    for a, d in [(X, delta1), (A1, delta2), (A2, output_error)]:
        grads += (a.T.dot(d) / m, d.mean(axis=0, keepdims=True))
    return grads
