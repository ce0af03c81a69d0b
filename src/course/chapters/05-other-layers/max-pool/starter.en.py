import numpy as np


def max_pool(x, size, dout):
    """The largest number of each window, and back.

    x: (a * size, b * size), dout: (a, b)
    returns out: (a, b), dx: shaped like x
    where a window has several largest numbers, dx gets
    the error of the window once
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = ...  # where its maximum is
            ...  # out[i, j]
            ...  # the error goes there, in dx

    return out, dx
