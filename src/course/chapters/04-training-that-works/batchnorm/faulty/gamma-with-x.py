# expect: wrong-layer-input
import numpy as np


def batchnorm(X, gamma, beta, eps, dout):
    m, n = X.shape
    out = np.empty_like(X)
    dX = np.empty_like(X)
    dgamma = np.zeros((1, n))
    dbeta = np.zeros((1, n))
    for j in range(n):
        x = X[:, j]
        std = np.sqrt(x.var() + eps)
        h = (x - x.mean()) / std
        out[:, j] = gamma[0, j] * h + beta[0, j]
        d = dout[:, j]
        dgamma[0, j] = np.dot(d, x)  # <-
        dbeta[0, j] = d.sum()
        d = d * gamma[0, j]
        dX[:, j] = (d - d.mean() - h * np.mean(d * h)) / std
    return out, dX, dgamma, dbeta
