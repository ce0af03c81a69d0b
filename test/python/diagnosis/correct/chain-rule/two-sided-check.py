import numpy as np


def chain_rule(x):
    f = lambda t: np.power(3 * t + 1, 2)
    h = 1e-3
    return f(x), (f(x + h) - f(x - h)) / (2 * h)
