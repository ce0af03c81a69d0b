import numpy as np


def binary_cross_entropy(Z, Y):
    # 1 becomes +1, 0 becomes -1: the loss is softplus of minus the margin
    s = 2 * Y - 1
    margin = s * Z
    loss = np.logaddexp(0, -margin).mean()
    dmargin = -np.exp(-np.logaddexp(0, margin))
    return loss, dmargin * s / len(Z)
