import numpy as np


def numerical_gradient(f, x, h):
    flat = x.flatten()
    g = []
    for i in range(flat.size):
        low = flat.copy()
        low[i] -= h
        g.append((f(x) - f(low.reshape(x.shape))) / h)  # <- one-sided-difference
    return np.array(g).reshape(x.shape)
