import os

import numpy as np

w = np.ones((2, 2))


def gradcheck():
    os.fork()
    return np.sum(w ** 2), 2 * w, w
