import numpy as np


def conv2d(x, K, b, stride, pad, dout):
    """커널 하나로 하는 합성곱, 순전파와 역전파.

    x: (h, w), K: (kh, kw), b: 수
    pad: x에 두르는 0의 너비, dout: out과 같은 모양
    반환값: out, dx: (h, w), dK: (kh, kw), db: 수
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
            ...  # dK에 이 자리의 몫을 더합니다
            ...  # d_padded[rows, cols]에도 더합니다

    dx = ...  # 둘레를 잘라 냅니다
    db = ...
    return out, dx, dK, db
