import numpy as np


def undo_broadcasting(dout, x, row, column, vector):
    drow = (dout * x).sum(axis=0).reshape(row.shape)
    dcolumn = (dout * vector[np.newaxis, :]).sum(axis=-1).reshape(column.shape)
    dvector = (dout * column).sum(0)
    return dout * row, drow, dcolumn, dvector
