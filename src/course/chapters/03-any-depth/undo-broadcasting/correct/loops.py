import numpy as np


def undo_broadcasting(dout, x, row, column, vector):
    dx, drow = np.zeros(x.shape), np.zeros(row.shape)
    dcolumn, dvector = np.zeros(column.shape), np.zeros(vector.shape)
    m, n = dout.shape
    for i in range(m):
        for j in range(n):
            g = dout[i, j]
            dx[i, j] += g * row[0, j]
            drow[0, j] += g * x[i, j]
            dcolumn[i, 0] += g * vector[j]
            dvector[j] += g * column[i, 0]
    return dx, drow, dcolumn, dvector
