# expect: missing-mean
import numpy as np


def batchnorm(X, gamma, beta, eps, dout):
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.sum(dX_hat, axis=0, keepdims=True)  # <-
    along = np.sum(dX_hat * X_hat, axis=0, keepdims=True)
    through_var = X_hat * along  # <-
    dX = (dX_hat - through_mean - through_var) / std  # <-
    return out, dX, dgamma, dbeta
