# expect: missing-sum
import numpy as np


def undo_broadcasting(dout, x, row, column, vector):
    dx = dout * row
    drow = dout * x  # <-
    dcolumn = np.sum(dout * vector, axis=1, keepdims=True)
    dvector = np.sum(dout * column, axis=0)
    return dx, drow, dcolumn, dvector
