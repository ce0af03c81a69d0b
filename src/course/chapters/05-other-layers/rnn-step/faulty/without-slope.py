# expect: missing-activation-derivative
import numpy as np


def step_forward(x, h, Wx, Wh, b):
    new = np.tanh(x @ Wx + h @ Wh + b)
    return new, (x, h, new)


def step_backward(dh, cache, Wh):
    x, before, new = cache
    dz = dh  # <-
    return dz @ Wh.T, x[:, None] * dz, before[:, None] * dz, dz


def rnn(X, h0, Wx, Wh, b, dH):
    caches, out = [], []
    h = h0
    for x in X:
        h, cache = step_forward(x, h, Wx, Wh, b)
        caches.append(cache)
        out.append(h)
    dWx, dWh, db = 0, 0, 0
    d_prev = 0
    for dh, cache in zip(dH[::-1], caches[::-1]):
        d_prev, gWx, gWh, gb = step_backward(dh + d_prev, cache, Wh)  # <-
        dWx = dWx + gWx
        dWh = dWh + gWh
        db = db + gb
    return np.array(out), d_prev, dWx, dWh, db
