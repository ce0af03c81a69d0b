import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = dZ2.dot(W2.T)
    dZ1 = dA1 * Z1  # <- activation-instead-of-derivative
    dW1 = X.T.dot(dZ1) / m
    db1 = np.mean(dZ1, axis=0, keepdims=True)
    return dA1, dZ1, dW1, db1
