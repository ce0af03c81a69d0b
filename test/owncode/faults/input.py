import numpy as np

hidden = int(input("How many hidden units? "))
w = np.ones((3, hidden))


def gradcheck():
    return np.sum(w ** 2), 2 * w, w
