# expect: mask-inverted
import numpy as np


def relu_derivative(x):
    return 1.0 if x > 0 else 0.0


def dropout(Z, D, keep_prob, dout):
    m, n = Z.shape
    out = np.zeros((m, n))
    dZ = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            if D[i, j] == 0:  # <-
                out[i, j] = max(Z[i, j], 0) / keep_prob  # <-
                dZ[i, j] = dout[i, j] / keep_prob * relu_derivative(Z[i, j])  # <-
    return out, dZ
