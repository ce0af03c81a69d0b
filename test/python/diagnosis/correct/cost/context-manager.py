from contextlib import contextmanager

import numpy as np


@contextmanager
def quiet():
    old = np.seterr(all="ignore")
    try:
        yield
    finally:
        np.seterr(**old)


def compute_cost(A2, Y):
    with quiet():
        diff = A2 - Y
        return np.einsum("ij,ij->", diff, diff) / Y.shape[0]
