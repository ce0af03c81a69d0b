# expect: missing-activation-derivative
import numpy as np


def dropout(Z, D, keep_prob, dout):
    U = D / keep_prob
    H = np.maximum(Z, 0)
    H *= U
    dH = dout * U  # <-
    return H, dH
