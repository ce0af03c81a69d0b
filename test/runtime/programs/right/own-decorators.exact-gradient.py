import time
from functools import wraps, lru_cache

import numpy as np


def timed(label="call"):
    def decorate(function):
        @wraps(function)
        def inner(*args, **kwargs):
            start = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                inner.calls += 1
                inner.seconds += time.perf_counter() - start

        inner.calls, inner.seconds = 0, 0.0
        return inner

    return decorate


@lru_cache(maxsize=None)
def scale(m):
    return 2.0 / m


@timed(label="backward")
def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    dZ2 = scale(len(Y)) * (A2 - Y) * (Z2 > 0)
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    return X.T @ dZ1, np.sum(dZ1, 0, keepdims=True), A1.T @ dZ2, np.sum(dZ2, 0, keepdims=True)
