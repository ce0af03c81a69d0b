import numpy as np


def softmax_cross_entropy(Z, Y):
    m, k = Z.shape
    loss = 0.0
    dZ = np.zeros((m, k))
    for i in range(m):
        z = Z[i] - max(Z[i])
        e = np.exp(z)
        total = e.sum()
        right = int(Y[i].argmax())
        loss += np.log(total) - z[right]
        dZ[i] = e / total
        dZ[i, right] -= 1
    return loss / m, dZ / m
