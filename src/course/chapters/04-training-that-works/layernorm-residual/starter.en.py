import numpy as np


def residual_block(X, gamma, beta, W, eps, dout):
    """X plus a normalised, weighted branch; and back.

    X, dout: (m, n), gamma, beta: (1, n), W: (n, n)
    returns out, dX: (m, n), dW: (n, n),
            dgamma, dbeta: (1, n)
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = ...  # the skip and the branch

    dW = ...
    dH = ...
    dgamma = ...
    dbeta = ...
    dX_hat = ...
    branch = ...  # back through the normalisation
    dX = ...  # the branch and the skip
    return out, dX, dW, dgamma, dbeta
