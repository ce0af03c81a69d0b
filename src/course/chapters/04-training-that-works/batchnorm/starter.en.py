import numpy as np


def batchnorm(X, gamma, beta, eps, dout):
    """Batch normalisation, forward and back.

    X, dout: (m, n), gamma, beta: (1, n), eps: a number
    returns out, dX: (m, n), dgamma, dbeta: (1, n)
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = ...
    X_hat = ...
    out = ...

    dgamma = ...
    dbeta = ...
    dX_hat = ...
    dX = ...  # directly, by the mean, by the variance
    return out, dX, dgamma, dbeta
