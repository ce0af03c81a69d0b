import numpy as np


def conv2d(x, K, b, stride, pad, dout):
    h, w = x.shape
    out = np.zeros_like(dout)
    dx = np.zeros_like(x)
    dK = np.zeros_like(K)
    db = 0.0
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = b
            db += dout[i, j]
            for p in range(K.shape[0]):
                for q in range(K.shape[1]):
                    r = i * stride + p - pad
                    c = j * stride + q - pad
                    if 0 <= r < h and 0 <= c < w:
                        out[i, j] += x[r, c] * K[p, q]
                        dK[p, q] += x[r, c] * dout[i, j]
                        dx[r, c] += K[p, q] * dout[i, j]
    return out, dx, dK, db
