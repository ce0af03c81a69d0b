import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    dA1 = np.inner(dZ2, W2)
    dZ1 = np.heaviside(Z1, 0) * dA1
    scaled = dZ1 / X.shape[0]
    return dA1, dZ1, X.T.dot(scaled), scaled.sum(axis=0, keepdims=True)
