import numpy as np


def forward_propagation(X, *params):
    layers = [(params[i], params[i + 1]) for i in range(0, len(params), 2)]
    A, cache = X, []
    for k, (W, b) in enumerate(layers):
        Z = A @ W + b
        A = np.maximum(0, Z) if k < len(layers) - 1 else Z  # <- missing-activation
        cache.extend([Z, A])
    return cache
