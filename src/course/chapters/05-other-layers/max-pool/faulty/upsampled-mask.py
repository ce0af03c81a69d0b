# expect: ties
import numpy as np


def max_pool(x, size, dout):
    a, b = dout.shape
    blocks = x.reshape(a, size, b, size)
    top = blocks.max(axis=(1, 3), keepdims=True)
    mask = (blocks == top).astype(float)
    dx = mask * dout[:, None, :, None]  # <-
    return top[:, 0, :, 0], dx.reshape(x.shape)  # <-
