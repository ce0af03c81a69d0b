import numpy as np

w = np.ones((2, 3))


def gradcheck():
    out = w @ w
    return np.sum(out), 2 * w, w
