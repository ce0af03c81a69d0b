import numpy as np


def chain_rule(x):
    u = 3 * x + 1
    y = u**2
    dy_du = 2 * u
    du_dx = 3
    dy_dx = dy_du + du_dx  # <- chain-rule-added
    return y, dy_dx
