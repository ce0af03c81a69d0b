# expect: double-mean
import numpy as np


def embedding(ids, E, dout):
    out = np.array([E[row].mean(axis=0) for row in ids])
    dE = np.zeros_like(E)
    for word in range(len(E)):
        rows, _ = np.where(ids == word)
        if len(rows):
            dE[word] = dout[rows].mean(axis=0) / ids.shape[1]  # <-
    return out, dE
