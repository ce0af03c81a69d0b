import numpy as np


def relu_grad(a):
    return np.sign(a)


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = float(len(Y))
    d3 = 2.0 / m * (A3 - Y)
    d2 = relu_grad(A2) * np.dot(d3, W3.T)
    d1 = relu_grad(A1) * np.dot(d2, W2.T)
    return X.T.dot(d1), np.sum(d1, 0)[None], A1.T.dot(d2), np.sum(d2, 0)[None], A2.T.dot(d3), np.sum(d3, 0)[None]
