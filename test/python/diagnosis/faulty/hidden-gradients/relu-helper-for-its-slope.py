import numpy as np


def relu(x):
    return np.where(x > 0, x, 0)


def hidden_gradients(X, Z1, dZ2, W2):
    batch = len(X)
    back = dZ2 @ W2.T
    delta = np.multiply(back, relu(Z1))  # <- activation-instead-of-derivative
    return back, delta, X.T @ delta / batch, delta.sum(axis=0, keepdims=True) / batch
