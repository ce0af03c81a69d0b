# expect: wrong-mean
import numpy as np


def l2_penalty(X, Y, W, b, lam):
    m = error_count = Y.size  # <-
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error ** 2) / (2 * m)
    penalty = lam / 2 * np.sum(W ** 2)
    loss = data_loss + penalty

    dW = np.dot(X.T, error) / m + lam * W
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db
