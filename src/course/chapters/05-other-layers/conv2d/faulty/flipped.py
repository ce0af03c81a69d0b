# expect: kernel-flipped
import numpy as np


def conv2d(x, K, b, stride, pad, dout):
    flipped = np.flip(K)
    xp = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dxp, dK = np.zeros(xp.shape), np.zeros(K.shape)
    kh, kw = K.shape
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            p = xp[i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[i, j] = np.sum(p * K) + b
            dK += p * dout[i, j]
            dxp[i * stride:i * stride + kh, j * stride:j * stride + kw] += flipped * dout[i, j]  # <-
    return out, dxp[pad:-pad, pad:-pad], dK, dout.sum()
