import numpy as np


def chain_rule(x):
    """y = (3x + 1)^2"""
    u = 3 * x + 1
    y = np.square(u)
    dy_du = 2 * u
    du_dx = 3
    dy_dx = dy_du  # <- inner-derivative-missing
    return y, dy_dx
