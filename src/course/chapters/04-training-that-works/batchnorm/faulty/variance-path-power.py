# expect: wrong-power
import numpy as np


def batchnorm(X, gamma, beta, eps, dout):
    m = X.shape[0]
    mu, v = X.mean(axis=0), X.var(axis=0)
    sd = np.sqrt(v + eps)
    norm = (X - mu) / sd
    y = gamma * norm + beta
    dg = (dout * norm).sum(axis=0, keepdims=True)
    dbt = dout.sum(axis=0, keepdims=True)
    g = dout * gamma
    dv = np.sum(g * (X - mu) * -0.5 * (v + eps) ** -0.5, axis=0)  # <-
    dm = np.sum(-g / sd, axis=0)
    dx = g / sd + dv * 2 * (X - mu) / m + dm / m  # <-
    return y, dx, dg, dbt
