import numpy as np


def embedding(ids, E, dout):
    out = np.array([E[row].mean(axis=0) for row in ids])
    dE = np.array([((ids == word).mean(axis=1)[:, None] * dout).sum(axis=0) for word in range(E.shape[0])])
    return out, dE
