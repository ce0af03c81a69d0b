import numpy as np


def loss(x, R):
    u = x - 20000
    e = np.exp(30 * u - np.max(30 * u, axis=1, keepdims=True))
    p = e / np.sum(e, axis=1, keepdims=True)
    return np.sum(R * (p + 0.5 * u))
