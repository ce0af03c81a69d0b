from typing import NamedTuple

import numpy as np


class HiddenGrads(NamedTuple):
    dA1: np.ndarray
    dZ1: np.ndarray
    dW1: np.ndarray
    db1: np.ndarray


def hidden_gradients(X, Z1, dZ2, W2) -> HiddenGrads:
    m = X.shape[0]
    dA1 = np.einsum("ij,kj->ik", dZ2, W2)
    dZ1 = np.where(Z1 > 0, dA1, 0.0)
    return HiddenGrads(dA1=dA1, dZ1=dZ1, dW1=np.einsum("mi,mj->ij", X, dZ1) / m, db1=dZ1.mean(axis=0)[None, :])
