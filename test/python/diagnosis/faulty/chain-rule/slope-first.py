import numpy as np


def chain_rule(x):
    u = 3 * x + 1
    y = u**2
    dy_dx = 2 * u * 3
    return dy_dx, y  # <- wrong-return-order
