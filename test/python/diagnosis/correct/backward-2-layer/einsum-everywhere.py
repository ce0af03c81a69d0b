import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = Y.shape[0]
    e = A2 - Y
    h = np.einsum("mo,ho,mh->mh", e, W2, (Z1 > 0).astype(float))
    return (
        np.einsum("mi,mh->ih", X, h) / m,
        np.einsum("mh->h", h)[None] / m,
        np.einsum("mh,mo->ho", A1, e) / m,
        np.einsum("mo->o", e)[None] / m,
    )
