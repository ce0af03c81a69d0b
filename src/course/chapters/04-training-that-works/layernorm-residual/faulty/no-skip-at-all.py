# expect: skip-missing
import numpy as np


def residual_block(X, gamma, beta, W, eps, dout):
    n = X.shape[1]
    mu = np.mean(X, axis=1, keepdims=True)
    c = X - mu
    var = np.mean(c * c, axis=1, keepdims=True)
    r = 1.0 / np.sqrt(var + eps)
    X_hat = c * r
    H = X_hat * gamma + beta
    F = H.dot(W)  # <-

    dF = dout
    dW = H.T.dot(dF)
    dH = dF.dot(W.T)
    dgamma = np.einsum("ij,ij->j", dH, X_hat).reshape(1, n)
    dbeta = np.einsum("ij->j", dH).reshape(1, n)
    dX_hat = dH * gamma
    dr = np.sum(dX_hat * c, axis=1, keepdims=True)
    dvar = dr * -0.5 * r**3
    dc = dX_hat * r + dvar * 2 * c / n
    dmu = -np.sum(dc, axis=1, keepdims=True)
    dnorm = dc + dmu / n  # <-
    dX = dnorm  # <-
    return F, dX, dW, dgamma, dbeta  # <-
