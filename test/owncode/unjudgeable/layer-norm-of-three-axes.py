import numpy as np


def layernorm_forward(x, weight, bias, eps=1e-5):
    mean = x.mean(-1, keepdims=True)
    xshift = x - mean
    var = (xshift ** 2).mean(-1, keepdims=True)
    rstd = (var + eps) ** -0.5
    norm = xshift * rstd
    out = norm * weight + bias
    return out, (x, weight, mean, rstd)


def layernorm_backward(dout, cache):
    x, w, mean, rstd = cache
    norm = (x - mean) * rstd
    db = dout.sum((0, 1))
    dw = (dout * norm).sum((0, 1))
    dnorm = dout * w
    dx = dnorm - dnorm.mean(-1, keepdims=True) - norm * (dnorm * norm).mean(-1, keepdims=True)
    dx *= rstd
    return dx, dw, db
