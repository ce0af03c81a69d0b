# expect: returned-too-early
import numpy as np


def embedding(ids, E, dout):
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    for row, error in zip(ids, dout):
        np.add.at(dE, row, error / n)  # <-
        return out, dE  # <-
