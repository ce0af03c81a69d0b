import os

import numpy as np

w = np.ones((2, 2))


def gradcheck():
    os.abort()
    return np.sum(w ** 2), 2 * w, w
