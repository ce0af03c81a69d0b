# expect: repeats-lost
import numpy as np


def embedding(ids, E, dout):
    n = ids.shape[1]
    out = E[ids].mean(axis=1)
    dE = np.zeros_like(E)
    for j in range(n):
        dE[ids[:, j]] += dout / n  # <-
    return out, dE
