import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    A1 = np.maximum(Z1, 0)
    dA1 = np.einsum("mo,ho->mh", dZ2, W2)
    dZ1 = dA1 * np.sign(A1)
    dW1 = np.einsum("mi,mh->ih", X, dZ1) / len(X)
    db1 = np.einsum("mh->h", dZ1).reshape(1, -1) / len(X)
    return dA1, dZ1, dW1, db1
