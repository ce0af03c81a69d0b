import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    out = []
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        Z = X @ W + b  # <- wrong-layer-input
        A = np.maximum(0, Z)
        out += [Z, A]
    return tuple(out)
