import numpy as np

w = np.ones((2, 2))


def gradcheck():
    big = [np.ones(2 ** 28) for _ in range(64)]
    return np.sum(w ** 2) + sum(b[0] for b in big), 2 * w, w
