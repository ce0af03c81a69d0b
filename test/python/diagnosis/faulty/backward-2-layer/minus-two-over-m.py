import numpy as np


def backward_propagation(X, t, Z1, A1, Z2, y, W1, W2):
    batch_size = t.shape[0]
    grad_y = -2.0 / batch_size * (t - y) * -1  # <- wrong-sign
    grad_z1 = (grad_y @ W2.T) * (Z1 > 0)
    return (
        X.T @ grad_z1,
        grad_z1.sum(axis=0, keepdims=True),
        A1.T @ grad_y,
        grad_y.sum(axis=0, keepdims=True),
    )
