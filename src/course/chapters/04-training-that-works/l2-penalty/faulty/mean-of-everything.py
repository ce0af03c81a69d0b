# expect: wrong-mean
import numpy as np


def l2_penalty(X, Y, W, b, lam):
    m = Y.size  # <-
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)  # <-
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db
