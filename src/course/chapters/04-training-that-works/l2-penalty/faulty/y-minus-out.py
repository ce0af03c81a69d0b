# expect: wrong-sign
import numpy as np


def l2_penalty(X, Y, W, b, lam):
    N = X.shape[0]
    diff = Y - (X @ W + b)  # <-
    loss = 0.5 * np.mean(np.sum(diff ** 2, axis=1)) + 0.5 * lam * (W ** 2).sum()
    dW = X.T @ diff / N + lam * W  # <-
    db = diff.mean(axis=0, keepdims=True)  # <-
    return loss, dW, db
