# expect: missing-mean
import numpy as np


def embedding(ids, E, dout):
    out = np.take(E, ids, axis=0).mean(1)
    dE = np.zeros(E.shape)
    for i, row in enumerate(ids):
        for w in row:
            dE[w] = dE[w] + dout[i]  # <-
    return out, dE
