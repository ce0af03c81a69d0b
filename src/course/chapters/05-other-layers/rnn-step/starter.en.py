import numpy as np


def rnn(X, h0, Wx, Wh, b, dH):
    """A recurrent layer over a sequence; and back.

    X: (steps, n), h0, b: (k,), Wx: (n, k), Wh: (k, k)
    dH: (steps, k), the error of each state's own output
    returns H: (steps, k), dh0, dWx, dWh, db
    """
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
        dh = ...  # the two errors of this state
        dz = ...  # back through tanh
        # each step adds its share to dWx, dWh and db
        ...
        dh_next = ...  # to the step before

    return H, dh_next, dWx, dWh, db
