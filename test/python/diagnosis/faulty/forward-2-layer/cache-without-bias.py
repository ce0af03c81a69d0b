import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    cache = {}
    cache['Z1'] = np.dot(X, W1)  # <- missing-bias
    cache['A1'] = np.clip(cache['Z1'], 0, None)
    cache['Z2'] = np.dot(cache['A1'], W2) + b2
    cache['A2'] = np.clip(cache['Z2'], 0, None)
    return tuple(cache.values())
