# expect: double-mean
import numpy as np


def batchnorm(X, gamma, beta, eps, dout):
    m = X.shape[0]
    mu = X.sum(axis=0) / m
    centred = X - mu
    var = (centred**2).sum(axis=0) / m
    inv = 1 / np.sqrt(var + eps)
    x_hat = centred * inv
    out = x_hat * gamma + beta

    dgamma = (dout * x_hat).mean(axis=0).reshape(1, -1)  # <-
    dbeta = dout.mean(axis=0).reshape(1, -1)  # <-
    dx_hat = dout * gamma
    dvar = np.sum(dx_hat * centred, axis=0) * -0.5 * inv**3
    dmu = -np.sum(dx_hat * inv, axis=0) + dvar * np.mean(-2 * centred, axis=0)
    dX = dx_hat * inv + dvar * 2 * centred / m + dmu / m
    return out, dX, dgamma, dbeta
