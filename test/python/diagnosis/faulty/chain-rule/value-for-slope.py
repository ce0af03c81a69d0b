import numpy as np


def chain_rule(x):
    u = x * 3 + 1
    y = u * u
    dy_dx = y * 3  # <- outer-derivative-missing
    return y, dy_dx
