import numpy as np


def chain_rule(x):
    u = 3 * x + 1
    y = u**2

    dy_du = 2 * u  # how fast y changes with u
    du_dx = 3  # how fast u changes with x
    dy_dx = ...  # <- unimplemented
    return y, dy_dx
