# expect: wrong-axis
import numpy as np


def undo_broadcasting(dout, x, row, column, vector):
    dx = dout * row
    drow = np.sum(dout * x, axis=0, keepdims=True)
    dcolumn = np.sum(dout * vector, axis=1, keepdims=True)
    dvector = np.sum(dout * column, axis=1)  # <-
    return dx, drow, dcolumn, dvector
