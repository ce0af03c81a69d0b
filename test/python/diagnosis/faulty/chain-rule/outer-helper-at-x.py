import numpy as np


def outer_derivative(x):
    return 2 * x


def inner_derivative(x):
    return 3


def chain_rule(x):
    u = 3 * x + 1
    y = u ** 2
    return y, outer_derivative(x) * inner_derivative(x)  # <- outer-derivative-missing | unknown | wrong-point
