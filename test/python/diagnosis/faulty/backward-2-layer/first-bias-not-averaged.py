import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = len(Y)
    delta_out = 2 * (A2 - Y)
    grad_w2 = A1.T @ delta_out / m
    grad_b2 = delta_out.mean(axis=0, keepdims=True)
    delta_hid = np.where(Z1 > 0, delta_out @ W2.T, 0)
    grad_w1 = X.T @ delta_hid / m
    grad_b1 = delta_hid.sum(axis=0, keepdims=True)  # <- missing-mean
    return grad_w1, grad_b1, grad_w2, grad_b2
