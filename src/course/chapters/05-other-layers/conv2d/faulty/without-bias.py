# expect: missing-bias
import numpy as np


def forward(xp, K, b, stride, shape):
    out = np.empty(shape)
    for (i, j), _ in np.ndenumerate(out):
        r, c = i * stride, j * stride
        out[i, j] = np.vdot(xp[r : r + K.shape[0], c : c + K.shape[1]], K)  # <-
    return out  # <-


def conv2d(x, K, b, stride, pad, dout):
    xp = np.pad(x, pad)
    out = forward(xp, K, b, stride, dout.shape)  # <-
    dxp = 0 * xp
    dK = 0 * K
    for i in range(len(dout)):
        for j in range(len(dout[0])):
            g = dout[i, j]
            r, c = i * stride, j * stride
            r2, c2 = r + K.shape[0], c + K.shape[1]
            dK += g * xp[r:r2, c:c2]
            dxp[r:r2, c:c2] += g * K
    h, w = x.shape
    return out, dxp[pad : h + pad, pad : w + pad], dK, np.sum(dout)
