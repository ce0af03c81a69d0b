import numpy as np


def dropout(Z, D, keep_prob, dout):
    A = np.maximum(0, Z)
    out = A * D / keep_prob

    dA = dout * D / keep_prob
    dZ = dA * (Z > 0)
    return out, dZ
