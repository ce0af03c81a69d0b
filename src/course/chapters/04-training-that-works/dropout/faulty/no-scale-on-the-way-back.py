# expect: dropout-scale
import numpy as np


def dropout(Z, D, keep_prob, dout):
    out = Z.copy()
    out[Z < 0] = 0
    out[D == 0] = 0
    out = out / keep_prob
    grad = dout.copy()  # <-
    grad[D == 0] = 0  # <-
    grad[Z <= 0] = 0  # <-
    return out, grad
