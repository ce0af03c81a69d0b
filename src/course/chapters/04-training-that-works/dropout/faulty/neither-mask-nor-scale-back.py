# expect: mask-missing
import numpy as np


def dropout(Z, D, keep_prob, dout):
    scaled = D / keep_prob
    out = scaled * np.where(Z > 0, Z, 0.0)
    dZ = np.where(Z > 0, dout, 0.0)  # <-
    return out, dZ
