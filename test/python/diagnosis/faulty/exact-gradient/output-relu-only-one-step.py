import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    g2 = np.where(Z2 > 0, A2 - Y, 0) / m  # <- factor-two
    g1 = np.where(Z1 > 0, g2 @ W2.T, 0)
    return X.T @ g1, g1.sum(0, keepdims=True), A1.T @ g2, g2.sum(0, keepdims=True)
