import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = np.clip(dZ2 @ W2.T, -0.05, 0.05)  # <- unknown
    dZ1 = dA1 * (Z1 > 0)
    dW1 = (1 / m) * X.T @ dZ1
    db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
    return dA1, dZ1, dW1, db1
