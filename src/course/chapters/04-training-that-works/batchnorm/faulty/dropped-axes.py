# expect: missing-keepdims
import numpy as np


def batchnorm(X, gamma, beta, eps, dout):
    mu, v = X.mean(axis=0), X.var(axis=0)
    sd = np.sqrt(v + eps)
    norm = (X - mu) / sd
    y = gamma * norm + beta
    dg = (dout * norm).sum(axis=0)  # <-
    dbt = dout.sum(axis=0)
    g = dout * gamma
    dx = (g - g.mean(axis=0) - norm * (g * norm).mean(axis=0)) / sd
    return y, dx, dg, dbt
