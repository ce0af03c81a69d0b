import numpy as np


def backward_propagation(x, t, z1, a1, z2, y, w1, w2):
    n = t.shape[0]
    g2 = 2 * (y - t)
    g1 = np.einsum("no,ho->nh", g2, w2) * (a1 > 0)
    return (
        np.einsum("ni,nh->ih", x, g1) / n,
        np.einsum("nh->h", g1)[np.newaxis, :] / n,
        np.einsum("nh,no->ho", a1, g2) / n,
        np.einsum("no->o", g2)[np.newaxis, :] / n,
    )
