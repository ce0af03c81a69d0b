import numpy as np


def binary_cross_entropy(Z, Y):
    """Mean cross-entropy of sigmoid, and its gradient.

    Z: scores, (m, 1), of any size; Y: 0 or 1, (m, 1)
    returns loss: a number, dZ: (m, 1)
    """
    m = Z.shape[0]
    A = ...  # the sigmoid of Z

    # The mean over the samples, without the log of a 0:
    # np.logaddexp(0, Z) is the logarithm of 1 + e^Z
    loss = ...
    dZ = ...  # its gradient by Z
    return loss, dZ
