# expect: mask-missing
import numpy as np


def dropout(Z, D, keep_prob, dout):
    out = np.clip(Z, 0, None)
    out *= D
    out /= keep_prob
    alive = (Z > 0).astype(float)
    return out, alive * dout / keep_prob  # <-
