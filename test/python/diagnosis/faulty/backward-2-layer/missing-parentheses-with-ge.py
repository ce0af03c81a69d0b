import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    N = len(X)
    err_out = A2 - Y
    grad_w2 = A1.T @ err_out / N
    grad_b2 = np.sum(err_out, axis=0)[None, :] / N
    err_hid = err_out @ W2.T
    err_hid = err_hid * A1 > 0  # <- boolean-delta
    grad_w1 = X.T @ err_hid / N
    grad_b1 = np.sum(err_hid, axis=0)[None, :] / N
    return grad_w1, grad_b1, grad_w2, grad_b2
