# expect: penalty-factor
import numpy as np


def l2_penalty(X, Y, W, b, lam):
    m = X.shape[0]
    loss = 0.0
    dW = np.zeros(W.shape)
    db = np.zeros((1, W.shape[1]))
    for x, y in zip(X, Y):
        d = x @ W + b[0] - y
        loss += np.sum(d * d) / 2
        dW += np.outer(x, d)
        db += d
    loss = loss / m + lam * np.sum(W * W) / 2
    dW += lam * W  # <-
    return loss, dW / m, db / m  # <-
