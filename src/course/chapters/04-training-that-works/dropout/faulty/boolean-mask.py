# expect: dropout-scale
import numpy as np


def dropout(Z, D, keep_prob, dout):
    keep = D.astype(bool)
    h = np.where(Z > 0, Z, 0)
    out = np.where(keep, h, 0) / keep_prob
    back = np.where(keep & (Z > 0), dout, 0)  # <-
    return out, back
