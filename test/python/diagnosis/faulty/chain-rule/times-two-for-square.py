import numpy as np


def chain_rule(x):
    u = 3 * x + 1
    y = u * 2  # <- wrong-return-value
    dy_dx = 2 * u * 3
    return y, dy_dx
