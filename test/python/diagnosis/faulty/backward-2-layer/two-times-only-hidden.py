import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    N = X.shape[0]
    grad_out = A2 - Y
    grad_hidden = 2 * grad_out.dot(W2.T)  # <- factor-two
    grad_hidden[Z1 < 0] = 0  # <- factor-two (or)
    return (
        X.T.dot(grad_hidden) / N,
        grad_hidden.sum(axis=0, keepdims=True) / N,
        A1.T.dot(grad_out) / N,
        grad_out.sum(axis=0, keepdims=True) / N,
    )
