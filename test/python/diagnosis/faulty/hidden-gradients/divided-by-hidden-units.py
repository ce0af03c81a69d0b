import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    n_hidden = W2.shape[0]
    dA1 = dZ2 @ W2.T
    dZ1 = np.where(Z1 > 0, dA1, 0.0)
    dW1 = X.T @ dZ1 / len(X)
    db1 = dZ1.sum(axis=0, keepdims=True) / n_hidden  # <- wrong-mean
    return dA1, dZ1, dW1, db1
