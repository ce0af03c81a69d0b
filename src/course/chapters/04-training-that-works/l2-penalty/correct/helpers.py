import numpy as np


def penalty(W, lam):
    return 0.5 * lam * np.vdot(W, W)


def penalty_gradient(W, lam):
    return lam * W


def l2_penalty(X, Y, W, b, lam):
    n = X.shape[0]
    residual = X.dot(W) + b - Y
    loss = 0.5 * np.square(residual).sum() / n + penalty(W, lam)
    dW = X.T.dot(residual) / n + penalty_gradient(W, lam)
    db = residual.sum(0)[None, :] / n
    return loss, dW, db
