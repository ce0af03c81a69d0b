# expect: slope-not-clipped
import numpy as np


def huber_loss(A, Y, delta):
    m = len(A)
    e = A - Y
    far = np.abs(e) > delta
    loss = (0.5 * e[~far] ** 2).sum() / m + (delta * (np.abs(e[far]) - delta / 2)).sum() / m
    slope = e / m  # <-
    return loss, slope
