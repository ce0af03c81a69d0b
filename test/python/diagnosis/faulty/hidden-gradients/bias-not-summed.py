import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = np.dot(dZ2, W2.T)
    dZ1 = dA1 * np.where(Z1 > 0, 1, 0)
    dW1 = (1 / m) * np.dot(X.T, dZ1)
    db1 = dZ1 / m  # <- missing-sum
    return dA1, dZ1, dW1, db1
