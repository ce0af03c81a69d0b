# expect: padding
import numpy as np


def conv2d(x, K, b, stride, pad, dout):
    oh, ow = dout.shape
    h, w = x.shape
    xp = np.zeros((h + 2 * pad, w + 2 * pad))
    xp[pad : pad + h, pad : pad + w] = x
    dxp = np.zeros_like(xp)
    dK = np.zeros_like(K)
    out = np.full((oh, ow), b)
    for r in range(K.shape[0]):
        for c in range(K.shape[1]):
            rows = slice(r, r + stride * oh, stride)
            cols = slice(c, c + stride * ow, stride)
            out = out + K[r, c] * xp[rows, cols]
            dK[r, c] = np.sum(dout * xp[rows, cols])
            dxp[rows, cols] += dout * K[r, c]
    return out, dxp[:h, :w], dK, dout.sum()  # <-
