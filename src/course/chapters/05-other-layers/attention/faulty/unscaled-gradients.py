# expect: attention-scale
import numpy as np


def attention(Q, K, V, dout):
    scale = np.sqrt(K.shape[1])
    St = K.dot(Q.T) / scale
    Pt = np.exp(St - np.amax(St, axis=0))
    Pt = Pt / np.sum(Pt, axis=0)
    out = Pt.T.dot(V)
    dV = Pt.dot(dout)
    dPt = V.dot(dout.T)
    dSt = Pt * dPt - Pt * np.sum(Pt * dPt, axis=0)  # <-
    dK = dSt.dot(Q)  # <-
    dQ = dSt.T.dot(K)  # <-
    return out, dQ, dK, dV
