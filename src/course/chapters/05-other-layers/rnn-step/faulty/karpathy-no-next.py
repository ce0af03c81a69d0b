# expect: one-step-only
import numpy as np


def rnn(X, h0, Wx, Wh, b, dH):
    hs = [h0]
    for x in X:
        hs.append(np.tanh(x.dot(Wx) + hs[-1].dot(Wh) + b))
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)
    for t in reversed(range(len(X))):
        dh = dH[t]  # <-
        d = (1 - hs[t + 1] ** 2) * dh  # <-
        dWx += np.outer(X[t], d)
        dWh += np.outer(hs[t], d)
        db += d
        dprev = Wh.dot(d)
    return np.array(hs[1:]), dprev, dWx, dWh, db
