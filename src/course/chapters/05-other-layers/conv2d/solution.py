import numpy as np


def conv2d(x, K, b, stride, pad, dout):
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db
