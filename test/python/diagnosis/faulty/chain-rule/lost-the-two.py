import numpy as np


def chain_rule(x):
    안쪽 = 3 * x + 1
    y = 안쪽 ** 2
    dy_dx = 안쪽 * 3  # <- outer-derivative-missing | factor-two
    return y, dy_dx
