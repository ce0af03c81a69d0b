import numpy as np


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    results = []
    a = X
    for W, b in [(W1, b1), (W2, b2), (W3, b3)]:
        z = a @ W + b
        a = z
        np.maximum(a, 0, out=a)  # <- overwritten-array
        results += [z, a]
    return results
