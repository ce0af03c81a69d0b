# expect: statistics-constant
import numpy as np


def norm_forward(X, gamma, beta, eps):
    centred = X - X.mean(axis=1, keepdims=True)
    inv = 1 / np.sqrt(np.mean(centred**2, axis=1, keepdims=True) + eps)
    X_hat = centred * inv
    return gamma * X_hat + beta, (X_hat, inv, gamma)


def norm_backward(dH, cache):
    X_hat, inv, gamma = cache
    g = dH * gamma
    return g * inv, (dH * X_hat).sum(axis=0)[None], dH.sum(axis=0)[None]  # <-


def residual_block(X, gamma, beta, W, eps, dout):
    H, cache = norm_forward(X, gamma, beta, eps)
    branch = H @ W
    out = X + branch
    dW = H.T @ dout
    dX, dgamma, dbeta = norm_backward(dout @ W.T, cache)  # <-
    return out, dX + dout, dW, dgamma, dbeta
