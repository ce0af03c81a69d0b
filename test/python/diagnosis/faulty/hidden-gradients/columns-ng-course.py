import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[1]
    dA1 = np.dot(W2.T, dZ2)  # <- samples-in-columns
    dZ1 = np.array(dA1, copy=True)
    dZ1[Z1 <= 0] = 0
    dW1 = 1. / m * np.dot(dZ1, X.T)
    db1 = 1. / m * np.sum(dZ1, axis=1, keepdims=True)
    return dA1, dZ1, dW1, db1
