import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    delta2 = (A2 - Y) * (Z2 > 0)
    delta1 = np.einsum("mo,ho,mh->mh", delta2, W2, A1)  # <- activation-instead-of-derivative
    return (
        np.einsum("mi,mh->ih", X, delta1) / m,
        delta1.mean(0, keepdims=True),
        np.einsum("mh,mo->ho", A1, delta2) / m,
        delta2.mean(0, keepdims=True),
    )
