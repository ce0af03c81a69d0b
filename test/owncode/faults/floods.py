import numpy as np

w = np.ones((2, 2))


def gradcheck():
    for i in range(2_000_000):
        print("still here", i)
    return np.sum(w ** 2), 2 * w, w
