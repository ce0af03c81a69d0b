# expect: penalty-on-bias
import numpy as np


def l2_penalty(X, Y, W, b, lam):
    params = {'W': W, 'b': b}  # <-
    err = X @ W + b - Y
    m = len(X)
    loss = (err ** 2).sum() / 2 / m
    grads = {'W': X.T @ err / m, 'b': err.sum(0, keepdims=True) / m}
    for name in params:
        loss += lam / 2 * np.sum(params[name] ** 2)  # <-
        grads[name] = grads[name] + lam * params[name]  # <-
    return loss, grads['W'], grads['b']
