import numpy as np


def softmax_cross_entropy(Z, Y):
    """Mean cross-entropy of softmax, and its gradient.

    Z: scores, (m, k), of any size; Y: one-hot, (m, k)
    returns loss: a number, dZ: (m, k)
    """
    m = Z.shape[0]

    # Subtract from each row what keeps exp small
    shifted = ...
    # The logarithm of softmax, without the log of a 0
    log_P = ...

    loss = ...  # the mean over the samples
    dZ = ...  # its gradient by Z
    return loss, dZ
