import numpy as np


def huber_loss(A, Y, delta):
    """A, Y: (m, n), delta: a number. Returns loss (a number) and dA (m, n)."""
    m = A.shape[0]
    error = A - Y
    loss = ...
    dA = ...
    return loss, dA
