# expect: padding
import numpy as np


def conv2d(x, K, b, stride, pad, dout):
    h, w = x.shape
    kh, kw = K.shape
    oh = (h - kh) // stride + 1  # <-
    ow = (w - kw) // stride + 1
    xp = x
    columns = []
    for i in range(oh):
        for j in range(ow):
            r, c = i * stride, j * stride
            columns.append(xp[r : r + kh, c : c + kw].ravel())  # <-
    columns = np.array(columns)  # <-
    out = (columns @ K.ravel() + b).reshape(oh, ow)  # <-

    d = dout[:oh, :ow].reshape(-1)
    dK = (columns.T @ d).reshape(kh, kw)
    dcolumns = np.outer(d, K.ravel())
    dxp = np.zeros(xp.shape)
    for n in range(oh * ow):
        r, c = n // ow * stride, n % ow * stride
        dxp[r : r + kh, c : c + kw] += dcolumns[n].reshape(kh, kw)
    return out, dxp, dK, np.sum(dout)
