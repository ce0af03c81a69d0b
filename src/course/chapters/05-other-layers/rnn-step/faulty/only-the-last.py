# expect: one-step-only
import numpy as np


def rnn(X, h0, Wx, Wh, b, dH):
    hs = {-1: np.copy(h0)}
    for t in range(len(X)):
        hs[t] = np.tanh(np.dot(X[t], Wx) + np.dot(hs[t - 1], Wh) + b)
    dWx, dWh = np.zeros_like(Wx), np.zeros_like(Wh)
    db, dhnext = np.zeros_like(b), np.zeros_like(h0)
    for t in [len(X) - 1]:
        dh = dH[t].copy()
        dh += dhnext
        draw = (1 - hs[t] * hs[t]) * dh
        db += draw
        dWx += np.dot(X[t].reshape(-1, 1), draw.reshape(1, -1))
        dWh += np.dot(hs[t - 1].reshape(-1, 1), draw.reshape(1, -1))
        dhnext = np.dot(Wh, draw)
    H = np.array([hs[t] for t in range(len(X))])
    return H, dhnext, dWx, dWh, db
