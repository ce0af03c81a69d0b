# expect: wrong-layer-input
import numpy as np


def affine_forward(x, w, b):
    out = np.dot(x, w) + b
    cache = (out, w)  # <-
    return out, cache


def affine_backward(dout, cache):
    out, w = cache
    dx = np.dot(dout, w.T)
    dw = np.dot(out.T, dout)  # <-
    db = np.sum(dout, axis=0, keepdims=True)
    return dx, dw, db
