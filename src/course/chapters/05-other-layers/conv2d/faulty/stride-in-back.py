# expect: stride-ignored
import numpy as np


def conv2d(x, K, b, stride, pad, dout):
    h, w = x.shape
    xp = np.zeros((h + 2 * pad, w + 2 * pad))
    xp[pad:pad + h, pad:pad + w] = x
    out = np.zeros(dout.shape)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            out[i, j] = (xp[i * stride:i * stride + K.shape[0], j * stride:j * stride + K.shape[1]] * K).sum() + b
    dxp, dK = np.zeros(xp.shape), np.zeros(K.shape)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            dxp[i:i + K.shape[0], j:j + K.shape[1]] += K * dout[i, j]  # <-
            dK += xp[i:i + K.shape[0], j:j + K.shape[1]] * dout[i, j]  # <-
    return out, dxp[pad:pad + h, pad:pad + w], dK, dout.sum()
