# expect: wrong-mean
import numpy as np


def embedding(ids, E, dout):
    v = len(E)
    counts = np.zeros((len(ids), v))
    for i, row in enumerate(ids):
        counts[i] = np.bincount(row, minlength=v)
    out = counts.dot(E) / ids.shape[1]
    gradient = np.dot(counts.T, dout) / ids.shape[0]  # <-
    return out, gradient
