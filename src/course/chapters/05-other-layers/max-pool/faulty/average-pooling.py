# expect: mean-for-max
import numpy as np


def max_pool(x, size, dout):
    a, b = dout.shape
    blocks = x.reshape(a, size, b, size)
    top = blocks.mean(axis=(1, 3), keepdims=True)  # <-
    mask = np.ones(blocks.shape) / size**2
    dx = mask * dout[:, None, :, None]
    return top[:, 0, :, 0], dx.reshape(x.shape)  # <-
