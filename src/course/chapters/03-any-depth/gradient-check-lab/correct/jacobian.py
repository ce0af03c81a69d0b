import numpy as np


def gradient_check(f, x, dx, R):
    h = 1e-5
    n = x.size
    J = np.zeros((n, n))
    for c in range(n):
        e = np.zeros(n)
        e[c] = h
        e = e.reshape(x.shape)
        J[:, c] = ((f(x + e) - f(x - e)) / (2 * h)).ravel()
    numeric = (R.ravel() @ J).reshape(x.shape)
    return numeric, np.max(np.abs(dx - numeric) / (np.abs(dx) + np.abs(numeric)))
