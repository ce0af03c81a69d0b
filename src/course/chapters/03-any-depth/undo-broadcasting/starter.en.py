import numpy as np


def undo_broadcasting(dout, x, row, column, vector):
    """Gradients behind out = x * row + column * vector.

    dout: the gradient by out, (m, n); x: (m, n)
    row: (1, n), column: (m, 1), vector: (n,)
    returns dx, drow, dcolumn, dvector,
    shaped like x, row, column and vector
    """
    dx = ...
    drow = ...
    dcolumn = ...
    dvector = ...
    return dx, drow, dcolumn, dvector
