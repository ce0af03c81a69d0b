import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    dA1 = np.einsum("mo,ho->mh", dZ2, W2)
    dZ1 = dA1.copy()  # <- missing-activation-derivative
    np.where(Z1 > 0, dZ1, 0)
    m = len(X)
    return dA1, dZ1, np.einsum("mi,mh->ih", X, dZ1) / m, dZ1.mean(axis=0, keepdims=True)
