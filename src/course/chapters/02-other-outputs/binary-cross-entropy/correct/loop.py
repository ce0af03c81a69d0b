import math
import numpy as np


def softplus(z):
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def binary_cross_entropy(Z, Y):
    m = Z.shape[0]
    loss = 0.0
    dZ = np.empty((m, 1))
    for i in range(m):
        z, y = Z[i, 0], Y[i, 0]
        loss += y * softplus(-z) + (1 - y) * softplus(z)
        a = math.exp(-softplus(-z))
        dZ[i, 0] = (a - y) / m
    return loss / m, dZ
