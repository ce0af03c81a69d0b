import numpy as np


def chain_rule(x):
    u = 3 * x + 1
    y = u**2
    dy_dx = 6 * u
    return y, f"{dy_dx}"  # <- not-numeric
