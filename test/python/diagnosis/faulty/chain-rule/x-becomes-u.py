import numpy as np


def chain_rule(x):
    x *= 3  # <- input-mutated
    x += 1
    y = x**2
    dy_dx = 6 * x
    return y, dy_dx
