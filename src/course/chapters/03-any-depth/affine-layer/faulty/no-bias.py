# expect: missing-bias
import numpy as np


def affine_forward(x, w, b):
    out = np.dot(x, w)  # <-
    return out, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    return dout @ w.T, x.T @ dout, dout.sum(axis=0, keepdims=True)
