import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    w_row = W2.reshape(1, -1)
    dA1 = dZ2 * w_row  # <- elementwise-product
    dZ1 = dA1 * np.where(Z1 > 0, 1, 0)
    dW1 = np.dot(X.T, dZ1) / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return dA1, dZ1, dW1, db1
