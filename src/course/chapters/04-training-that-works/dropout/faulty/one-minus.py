# expect: mask-inverted
import numpy as np


def dropout(Z, D, keep_prob, dout):
    U = np.logical_not(D) / keep_prob  # <-
    H = np.maximum(Z, 0) * U  # <-
    return H, dout * U * (Z > 0)
