# expect: double-mean
import numpy as np


def affine_forward(x, w, b):
    return np.dot(x, w) + b, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    m = x.shape[0]
    dx = np.dot(dout, w.T)
    dw = (1 / m) * np.dot(x.T, dout)  # <-
    db = (1 / m) * np.sum(dout, axis=0, keepdims=True)
    return dx, dw, db
