import numpy as np


def rnn(X, h0, Wx, Wh, b, dH):
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db
