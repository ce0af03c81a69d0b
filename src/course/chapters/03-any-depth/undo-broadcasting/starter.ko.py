import numpy as np


def undo_broadcasting(dout, x, row, column, vector):
    """out = x * row + column * vector의 기울기.

    dout: out에 대한 기울기, (m, n); x: (m, n)
    row: (1, n), column: (m, 1), vector: (n,)
    반환값: dx, drow, dcolumn, dvector,
    모양은 x, row, column, vector와 같습니다
    """
    dx = ...
    drow = ...
    dcolumn = ...
    dvector = ...
    return dx, drow, dcolumn, dvector
