import numpy as np


def affine_forward(x, w, b):
    out = x @ w + b
    return out, {"input": x, "weights": w}


def affine_backward(dout, cache):
    dx = dout @ cache["weights"].T
    dw = cache["input"].T @ dout
    db = dout.sum(axis=0, keepdims=True)
    return dx, dw, db
