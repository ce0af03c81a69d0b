# expect: sample-variance
import numpy as np


def batchnorm(X, gamma, beta, eps, dout):
    m, n = X.shape
    c = X - np.mean(X, axis=0)
    s2 = np.sum(c ** 2, axis=0) / (m - 1)  # <-
    inv = (s2 + eps) ** -0.5
    xh = c * inv
    out = xh * gamma + beta
    dbt = np.sum(dout, axis=0, keepdims=True)
    dg = np.sum(xh * dout, axis=0, keepdims=True)
    return out, inv * gamma / m * (m * dout - dbt - xh * dg), dg, dbt
