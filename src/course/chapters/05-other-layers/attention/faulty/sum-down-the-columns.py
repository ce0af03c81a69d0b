# expect: softmax-axis
import numpy as np


def attention(Q, K, V, dout):
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    total = np.sum(dP * P, axis=0)  # <-
    dS = P * (dP - total)  # <-
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV
