# expect: penalty-factor
import numpy as np


def l2_penalty(X, Y, W, b, lam):
    N = X.shape[0]
    out = X @ W + b
    loss = np.sum((out - Y) ** 2) / (2 * N) + lam * np.sum(W * W) / 2
    dout = (out - Y) / N
    dW = X.T @ dout + 2 * lam * W  # <-
    db = np.sum(dout, axis=0, keepdims=True)
    return loss, dW, db
