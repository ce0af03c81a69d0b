import numpy as np


def attention(Q, K, V, dout):
    """Queries look up values by their keys; and back.

    Q: (q, d), K: (k, d), V: (k, e), dout: (q, e)
    returns out: (q, e), dQ, dK, dV: shaped like Q, K, V
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = ...
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = ...  # each row sums to 1
    out = ...

    dV = ...
    dP = ...
    dS = ...  # back through the softmax
    dQ = ...
    dK = ...
    return out, dQ, dK, dV
