import sys

import numpy as np

w = np.ones((2, 2))


def gradcheck():
    sys.exit(3)
    return np.sum(w ** 2), 2 * w, w
