import numpy as np


def mse_grad(pred, target):
    return 2 * (pred - target) / np.prod(target.shape)


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    d3 = mse_grad(A3, Y) * (Z3 > 0)
    d2 = d3.dot(W3.T) * (Z2 > 0)
    d1 = d2.dot(W2.T) * (Z1 > 0)
    total = lambda d: d.sum(axis=0, keepdims=True)
    return X.T.dot(d1), total(d1), A1.T.dot(d2), total(d2), A2.T.dot(d3), total(d3)
