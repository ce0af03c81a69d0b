import numpy as np


def dropout(Z, D, keep_prob, dout):
    """relu 다음에 드롭아웃, 순전파와 역전파.

    Z, dout: (m, n), D: (m, n), 1은 남고 0은 빠집니다
    keep_prob: 남을 확률
    반환값: out: (m, n), dZ: (m, n)
    """
    A = np.maximum(0, Z)
    out = ...  # 마스크를 곱하고 빠진 몫을 메웁니다

    dA = ...  # 드롭아웃을 거꾸로 지납니다
    dZ = ...  # relu를 거꾸로 지납니다
    return out, dZ
