# expect: delta-lost
import numpy as np


def huber_loss(A, Y, delta):
    m = len(A)
    e = A - Y
    far = np.abs(e) > delta
    loss = np.where(far, delta * (np.abs(e) - delta / 2), e * e / 2).sum() / m
    g = e.copy()
    g[far] = np.sign(e[far])  # <-
    return loss, g / m
