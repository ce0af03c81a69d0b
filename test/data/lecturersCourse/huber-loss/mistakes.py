import numpy as np


def slope_not_clipped(A, Y, delta):
    """en: {target} is the slope of the squared error everywhere. Beyond delta the loss is a straight line.
    """
    loss, _ = huber_loss(A, Y, delta)
    dA = (A - Y) / A.shape[0]  # <-
    return loss, dA


def delta_lost(A, Y, delta):
    """en: Beyond delta, {target} has the sign of the error only. The line is as steep as delta.
    """
    loss, _ = huber_loss(A, Y, delta)
    error = A - Y
    dA = np.where(np.abs(error) <= delta, error, np.sign(error)) / A.shape[0]  # <-
    return loss, dA
