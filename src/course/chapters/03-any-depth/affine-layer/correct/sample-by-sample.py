import numpy as np


def affine_forward(x, w, b):
    out = np.zeros((x.shape[0], w.shape[1]))
    for i, row in enumerate(x):
        out[i] = row @ w + b[0]
    return out, [x.copy(), w.copy()]


def affine_backward(dout, cache):
    x, w = cache
    dx = np.zeros_like(x)
    dw = np.zeros_like(w)
    db = np.zeros((1, w.shape[1]))
    for i in range(len(x)):
        dx[i] = w @ dout[i]
        dw += np.outer(x[i], dout[i])
        db += dout[i]
    return dx, dw, db
