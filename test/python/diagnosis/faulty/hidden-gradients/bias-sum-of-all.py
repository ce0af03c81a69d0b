import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = np.dot(dZ2, W2.T)
    dZ1 = dA1 * np.where(Z1 > 0, 1, 0)
    return (
        dA1,
        dZ1,
        np.dot(X.T, dZ1) / m,
        dZ1.sum() / m,  # <- summed-everything
    )
