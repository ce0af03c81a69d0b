# expect: dropout-scale
import numpy as np


def dropout(Z, D, keep_prob, dout):
    scaled = D / keep_prob
    out = scaled * np.where(Z > 0, Z, 0.0)
    dA = dout * scaled / keep_prob  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ
