import numpy as np


def max_pool(x, size, dout):
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[r + row, c + col] = dout[i, j]

    return out, dx
