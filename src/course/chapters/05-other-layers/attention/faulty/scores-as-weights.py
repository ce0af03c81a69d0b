# expect: missing-activation
import numpy as np


def attention(Q, K, V, dout):
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    P = S  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV
