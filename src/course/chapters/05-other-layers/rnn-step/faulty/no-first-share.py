# expect: first-step
import numpy as np


def rnn(X, h0, Wx, Wh, b, dH):
    T = X.shape[0]
    Z = X @ Wx + b
    H = np.zeros_like(Z)
    for t in range(T):
        Z[t] += (h0 if t == 0 else H[t - 1]) @ Wh
        H[t] = np.tanh(Z[t])
    dH = np.array(dH)
    dWh = np.zeros_like(Wh)
    deltas = np.zeros_like(Z)
    for t in range(T - 1, -1, -1):
        deltas[t] = dH[t] / np.cosh(Z[t]) ** 2
        back = deltas[t] @ Wh.T
        if t > 0:
            dH[t - 1] += back
            dWh += np.outer(H[t - 1], deltas[t])  # <-
    return H, back, X.T @ deltas, dWh, deltas.sum(0)
