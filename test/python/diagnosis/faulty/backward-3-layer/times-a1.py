import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    n = X.shape[0]
    delta3 = A3 - Y
    delta2 = np.multiply(delta3.dot(W3.T), Z2 > 0)
    delta1 = np.multiply(delta2.dot(W2.T), A1)  # <- activation-instead-of-derivative
    out = []
    for a, d in ((X, delta1), (A1, delta2), (A2, delta3)):
        out += [a.T.dot(d) / n, d.sum(axis=0, keepdims=True) / n]
    return tuple(out)
