import numpy as np


def dropout(Z, D, keep_prob, dout):
    """relu, then dropout; forward and back.

    Z, dout: (m, n), D: (m, n), 1 stays, 0 is dropped
    keep_prob: the probability of staying
    returns out: (m, n), dZ: (m, n)
    """
    A = np.maximum(0, Z)
    out = ...  # masked, and scaled to make up for it

    dA = ...  # back through the dropout
    dZ = ...  # back through relu
    return out, dZ
