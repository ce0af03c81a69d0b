import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2, lam):
    m = len(X)
    delta = (A2 - Y) * A2 * (1 - A2) / m
    hidden = np.einsum("mk,hk->mh", delta, W2) * (1 - A1 * A1)
    return X.T @ hidden + W1 * lam / m, hidden.sum(0, keepdims=True), A1.T @ delta + W2 * lam / m, delta.sum(0, keepdims=True)
