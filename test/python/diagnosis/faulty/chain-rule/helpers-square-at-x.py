import numpy as np


def inner(x):
    return 3 * x + 1


def outer(u):
    return u * u


def d_outer(v):
    return 2 * v


def chain_rule(x):
    y = outer(inner(x))
    return y, 3 * d_outer(x)  # <- outer-derivative-missing
