import numpy as np


def l2_penalty(X, Y, W, b, lam):
    m = len(X)
    Z = X @ W + b
    dZ = (Z - Y) / m
    loss = 0.5 * m * (dZ**2).sum()
    loss += 0.5 * lam * (W**2).sum()
    dW = X.T @ dZ
    dW += lam * W
    db = dZ.sum(axis=0, keepdims=True)
    return loss, dW, db
