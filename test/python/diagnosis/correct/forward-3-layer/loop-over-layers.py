import numpy as np


def forward_propagation(X, *params):
    A, results = X, []
    for W, b in zip(params[::2], params[1::2]):
        Z = A @ W + b
        A = np.maximum(Z, 0)
        results += [Z, A]
    return tuple(results)
