import numpy as np


def embedding(ids, E, dout):
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids, dout[:, None, :] / n)
    return out, dE
