# expect: clipped
import numpy as np


def softmax_cross_entropy(Z, Y):
    E = np.exp(Z - Z.max(axis=1)[:, None])
    P = E / E.sum(axis=1)[:, None]
    safe = np.clip(P, 1e-15, 1)  # <-
    loss = -np.sum(Y * np.log(safe)) / len(Z)  # <-
    return loss, (P - Y) / len(Z)
