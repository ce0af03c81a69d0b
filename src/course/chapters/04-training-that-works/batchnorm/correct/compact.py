import numpy as np


def batchnorm(X, gamma, beta, eps, dout):
    N, D = X.shape
    s = (X.var(0, keepdims=True) + eps) ** 0.5
    xh = (X - X.mean(0, keepdims=True)) / s
    db = dout.sum(0, keepdims=True)
    dg = (dout * xh).sum(0, keepdims=True)
    dX = gamma / (N * s) * (N * dout - db - xh * dg)
    return gamma * xh + beta, dX, dg, db
