import numpy as np


def chain_rule(x):
    u = 3 * x + 1
    return 6 * u  # <- wrong-return-count
