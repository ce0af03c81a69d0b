# expect: words-left-out
import numpy as np


def embedding(ids, E, dout):
    m, n = ids.shape
    out = np.zeros((m, E.shape[1]))
    dE = np.zeros_like(E)
    for i in range(m):
        for j in range(n):
            word = ids[i, j]
            out[i] += E[word] / n
        dE[word] += dout[i] / n  # <-
    return out, dE
