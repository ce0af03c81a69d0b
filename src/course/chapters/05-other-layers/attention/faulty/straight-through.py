# expect: missing-activation-derivative
import numpy as np


def attention(Q, K, V, dout):
    n, d = K.shape
    scores = np.einsum("id,jd->ij", Q, K) * d**-0.5
    weights = np.exp(scores)
    weights = weights / weights.sum(1)[:, None]
    out = np.einsum("ij,je->ie", weights, V)
    d_weights = np.einsum("ie,je->ij", dout, V)
    row = np.einsum("ie,ie->i", dout, out)
    d_scores = d_weights  # <-
    d_scores = d_scores * d**-0.5  # <-
    dQ = np.einsum("ij,jd->id", d_scores, K)
    dK = np.einsum("ij,id->jd", d_scores, Q)
    dV = np.einsum("ij,ie->je", weights, dout)
    return out, dQ, dK, dV
