import numpy as np


def chain_rule(x):
    u = 3 * x + 1
    y = u**2
    dy_du = 2 * u
    du_dx = np.ones_like(x)  # <- inner-derivative-missing
    dy_dx = dy_du * du_dx  # <- inner-derivative-missing (or)
    return y, dy_dx
