import numpy as np


def chain_rule(x):
    y = 9 * x**2 + 6 * x + 1
    dy_dx = 18 * x + 6
    return y, dy_dx
