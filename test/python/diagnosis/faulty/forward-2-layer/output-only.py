import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    A = X
    for W, b in [(W1, b1), (W2, b2)]:
        A = np.maximum(0, A @ W + b)
    return A  # <- wrong-return-count
