# expect: missing-sum
import numpy as np


def conv2d(x, K, b, stride, pad, dout):
    h, w = x.shape
    kh, kw = K.shape
    oh = (h + 2 * pad - kh) // stride + 1
    ow = (w + 2 * pad - kw) // stride + 1
    xp = np.pad(x, ((pad, pad), (pad, pad)))
    columns = []
    for i in range(oh):
        for j in range(ow):
            r, c = i * stride, j * stride
            columns.append(xp[r : r + kh, c : c + kw].ravel())
    columns = np.array(columns)
    out = (columns @ K.ravel() + b).reshape(oh, ow)

    d = dout.reshape(-1)
    dK = (columns.T @ d).reshape(kh, kw)
    dcolumns = np.outer(d, K.ravel())
    dxp = np.zeros(xp.shape)
    for n in range(oh * ow):
        r, c = n // ow * stride, n % ow * stride
        dxp[r : r + kh, c : c + kw] = dcolumns[n].reshape(kh, kw)  # <-
    dx = dxp[pad:-pad, pad:-pad] if pad > 0 else dxp
    return out, dx, dK, d.sum()
