import numpy as np


def embedding(ids, E, dout):
    one_hot = np.eye(E.shape[0])[ids]
    share = one_hot.mean(axis=1)
    out = share @ E
    dE = share.T @ dout
    return out, dE
