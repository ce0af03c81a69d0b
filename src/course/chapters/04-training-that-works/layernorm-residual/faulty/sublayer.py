# expect: skip-missing
import numpy as np


def ln(X, g, b, eps):
    mu = X.mean(-1, keepdims=True)
    sd = np.sqrt(X.var(-1, keepdims=True) + eps)
    n = (X - mu) / sd
    return g * n + b, n, sd


def residual_block(X, gamma, beta, W, eps, dout):
    h, n, sd = ln(X, gamma, beta, eps)
    out = X + h @ W
    dh = dout @ W.T
    d = dh * gamma
    dX = (d - d.mean(-1, keepdims=True) - n * (d * n).mean(-1, keepdims=True)) / sd  # <-
    return out, dX, h.T @ dout, (dh * n).sum(0, keepdims=True), dh.sum(0, keepdims=True)
