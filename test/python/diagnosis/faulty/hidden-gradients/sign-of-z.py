import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = np.dot(dZ2, W2.T)
    dZ1 = dA1 * np.sign(Z1)  # <- wrong-slope
    dW1 = (1 / m) * np.dot(X.T, dZ1)
    db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
    return dA1, dZ1, dW1, db1
