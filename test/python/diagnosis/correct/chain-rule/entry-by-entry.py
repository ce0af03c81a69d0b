import numpy as np


def chain_rule(x):
    y = np.empty_like(x)
    dy_dx = np.empty_like(x)
    for idx, v in np.ndenumerate(x):
        u = 3 * v + 1
        y[idx] = u * u
        dy_dx[idx] = 2 * u * 3
    return y, dy_dx
