import math
import numpy as np


def activation_slopes(Z1, A1, Z2, A2, Z3, A3):
    m = Z1.shape[0]
    s1, s2, s3 = np.empty(Z1.shape), np.empty(Z2.shape), np.empty(Z3.shape)
    for i in range(m):
        for j, z in enumerate(Z1[i]):
            s1[i, j] = 1 - math.tanh(z) ** 2
        for j, z in enumerate(Z2[i]):
            s2[i, j] = 1.0 if z > 0 else 0.01
        for j, z in enumerate(Z3[i]):
            s = 1 / (1 + math.exp(-z))
            s3[i, j] = s * (1 - s)
    return [s1, s2, s3]
