# expect: transposed
import numpy as np


def affine_forward(x, w, b):
    return np.dot(x, w) + b, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    dx = np.dot(dout, w.T)
    dw = np.dot(dout.T, x)  # <-
    db = np.sum(dout, axis=0, keepdims=True)
    return dx, dw, db
