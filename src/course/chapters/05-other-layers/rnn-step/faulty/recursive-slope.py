# expect: wrong-slope
import numpy as np


def rnn(X, h0, Wx, Wh, b, dH):
    hs = [h0]
    zs = []
    for x in X:
        zs.append(x.dot(Wx) + hs[-1].dot(Wh) + b)
        hs.append(np.tanh(zs[-1]))
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)
    dprev = np.zeros_like(h0)
    for t in reversed(range(len(X))):
        dh = dH[t] + dprev
        d = (1 - zs[t] ** 2) * dh  # <-
        dWx += np.outer(X[t], d)
        dWh += np.outer(hs[t], d)
        db += d
        dprev = Wh.dot(d)
    return np.array(hs[1:]), dprev, dWx, dWh, db
