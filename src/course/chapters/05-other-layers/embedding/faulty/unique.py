# expect: repeats-lost
import numpy as np


def embedding(ids, E, dout):
    n = ids.shape[1]
    out = E[ids].sum(1) / n
    dE = np.zeros(E.shape)
    for i in range(ids.shape[0]):
        for w in np.unique(ids[i]):  # <-
            dE[w] += dout[i] / n  # <-
    return out, dE
