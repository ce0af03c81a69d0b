import numpy as np


def max_pool(x, size, dout):
    out = np.empty_like(dout)
    dx = np.zeros_like(x)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            best = -np.inf
            for r in range(i * size, (i + 1) * size):
                for c in range(j * size, (j + 1) * size):
                    if x[r, c] > best:
                        best = x[r, c]
                        place = (r, c)
            out[i, j] = best
            dx[place] += dout[i, j]
    return out, dx
