import numpy as np


def loss(dout, x, row, column, vector):
    out = x * row + column * vector
    return np.sum(dout * out)
