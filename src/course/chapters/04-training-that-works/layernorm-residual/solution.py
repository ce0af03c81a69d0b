import numpy as np


def residual_block(X, gamma, beta, W, eps, dout):
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta
