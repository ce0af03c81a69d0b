# expect: transposed
import numpy as np


def affine_forward(x, w, b):
    return np.dot(x, w) + b, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    dx = np.dot(w, dout.T)  # <-
    dw = np.dot(x.T, dout)
    db = np.sum(dout, axis=0, keepdims=True)
    return dx, dw, db
