import numpy as np


def l2_penalty(X, Y, W, b, lam):
    """A linear layer's loss with a penalty on W.

    X: (m, n), Y: (m, k), W: (n, k), b: (1, k)
    lam: the strength of the penalty
    returns loss: a number, dW: (n, k), db: (1, k)
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = ...  # half the squared weights, times lam
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = ...  # the slope of the penalty
    dW = data_gradient + penalty_gradient
    db = ...
    return loss, dW, db
