import math


def chain_rule(x):
    u = 3 * x + 1
    y = math.pow(u, 2)  # <- error:exception
    dy_dx = 6 * u
    return y, dy_dx
