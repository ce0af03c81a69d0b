import numpy as np


def rnn(X, h0, Wx, Wh, b, dH):
    T, k = dH.shape
    states = np.zeros((T + 1, k))
    states[0] = h0
    for t in range(T):
        states[t + 1] = np.tanh(X[t] @ Wx + states[t] @ Wh + b)
    dZ = np.zeros((T, k))
    carry = np.zeros(k)
    for t in range(T - 1, -1, -1):
        dZ[t] = (dH[t] + carry) * (1 - states[t + 1] ** 2)
        carry = Wh @ dZ[t]
    return states[1:], carry, X.T @ dZ, states[:-1].T @ dZ, dZ.sum(axis=0)
