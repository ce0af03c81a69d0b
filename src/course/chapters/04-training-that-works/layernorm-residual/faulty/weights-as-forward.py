# expect: operand-order
import numpy as np


def residual_block(X, gamma, beta, W, eps, dout):
    n = X.shape[1]
    mu = X.mean(axis=1, keepdims=True)
    var = ((X - mu) ** 2).mean(axis=1, keepdims=True)
    inv = (var + eps) ** -0.5
    xhat = (X - mu) * inv
    h = xhat * gamma + beta
    out = h @ W
    out += X

    dX = dout.copy()
    dh = dout @ W  # <-
    dW = h.T @ dout
    dbeta = dh.sum(axis=0, keepdims=True)
    dgamma = (dh * xhat).sum(axis=0, keepdims=True)
    d = dh * gamma
    s = d.sum(axis=1, keepdims=True)
    p = (d * xhat).sum(axis=1, keepdims=True)
    dX += inv / n * (n * d - s - xhat * p)
    return out, dX, dW, dgamma, dbeta
