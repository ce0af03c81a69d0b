# expect: missing-gamma
import numpy as np


def ln(X, g, b, eps):
    mu = X.mean(-1, keepdims=True)
    sd = np.sqrt(X.var(-1, keepdims=True) + eps)
    n = (X - mu) / sd
    return g * n + b, n, sd


def residual_block(X, gamma, beta, W, eps, dout):
    h, n, sd = ln(X, gamma, beta, eps)
    out = X + h @ W
    d = dout @ W.T
    dX = dout + (d - d.mean(-1, keepdims=True) - n * (d * n).mean(-1, keepdims=True)) / sd  # <-
    return out, dX, h.T @ dout, (d * n).sum(0, keepdims=True), d.sum(0, keepdims=True)
