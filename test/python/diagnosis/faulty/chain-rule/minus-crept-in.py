import numpy as np


def chain_rule(x):
    u = 3 * x + 1
    y = u**2
    dy_dx = -6 * u  # <- wrong-sign
    return y, dy_dx
