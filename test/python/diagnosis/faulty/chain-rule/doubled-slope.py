import numpy as np


def chain_rule(x):
    u = 3 * x + 1
    y = u**2
    dy_du = 2 * u
    dy_dx = 2 * dy_du * 3  # <- factor-two
    return y, dy_dx
