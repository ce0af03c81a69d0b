import numpy as np


def unbroadcast(grad, shape):
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1 and grad.shape[axis] != 1:
            grad = grad.sum(axis=axis, keepdims=True)
    return grad


def undo_broadcasting(dout, x, row, column, vector):
    dx = unbroadcast(dout * row, x.shape)
    drow = unbroadcast(dout * x, row.shape)
    dcolumn = unbroadcast(dout * vector, column.shape)
    dvector = unbroadcast(dout * column, vector.shape)
    return dx, drow, dcolumn, dvector
