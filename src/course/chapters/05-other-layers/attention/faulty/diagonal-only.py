# expect: missing-dot-term
import numpy as np


def attention(Q, K, V, dout):
    d = Q.shape[1]
    out = np.zeros(dout.shape)
    dQ, dK, dV = np.zeros_like(Q), np.zeros_like(K), np.zeros_like(V)
    for i in range(len(Q)):
        s = K @ Q[i] / d**0.5
        p = np.exp(s - s.max())
        p /= p.sum()
        out[i] = p @ V
        dV += np.outer(p, dout[i])
        dp = V @ dout[i]
        jacobian = np.diag(p * (1 - p))  # <-
        ds = jacobian @ dp / np.sqrt(d)  # <-
        dQ[i] = ds @ K
        dK += np.outer(ds, Q[i])
    return out, dQ, dK, dV
