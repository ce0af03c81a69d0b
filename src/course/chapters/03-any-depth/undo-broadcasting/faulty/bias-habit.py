# expect: inner-derivative-missing
import numpy as np


def undo_broadcasting(dout, x, row, column, vector):
    dx = dout * row
    drow = (dout * x).sum(axis=0, keepdims=True)
    dcolumn = (dout * vector).sum(axis=1, keepdims=True)
    dvector = dout.sum(axis=0)  # <-
    return dx, drow, dcolumn, dvector
