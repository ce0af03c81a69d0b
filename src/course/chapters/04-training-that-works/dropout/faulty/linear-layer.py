# expect: missing-activation
import numpy as np


def dropout(Z, D, keep_prob, dout):
    out = Z.copy()  # <-
    out *= D
    out /= keep_prob  # <-
    alive = (Z > 0) * D
    return out, alive * dout / keep_prob
