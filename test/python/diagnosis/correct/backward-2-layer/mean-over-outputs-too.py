import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    n = Y.size
    g = (A2 - Y) / n
    h = g.dot(W2.T) * (A1 > 0)
    dW2 = A1.T.dot(g)
    db2 = g.sum(axis=0, keepdims=True)
    dW1 = X.T.dot(h)
    db1 = h.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2
