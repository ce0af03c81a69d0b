import numpy as np


def chain_rule(x):
    u = 3 * x + 1
    y = u**2
    du_dx = np.full(x.shape, 3.0)
    dy_dx = du_dx  # <- outer-derivative-missing
    return y, dy_dx
