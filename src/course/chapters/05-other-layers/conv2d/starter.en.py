import numpy as np


def conv2d(x, K, b, stride, pad, dout):
    """A convolution with one kernel, forward and back.

    x: (h, w), K: (kh, kw), b: a number
    pad: zeros around x, dout: shaped like out
    returns out, dx: (h, w), dK: (kh, kw), db: a number
    """
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
            ...  # out[i, j]
            ...  # add this place's share to dK
            ...  # and to d_padded[rows, cols]

    dx = ...  # without the border
    db = ...
    return out, dx, dK, db
