import numpy as np


def attention(Q, K, V, dout):
    """쿼리가 키로 값을 찾아옵니다. 그리고 거꾸로 갑니다.

    Q: (q, d), K: (k, d), V: (k, e), dout: (q, e)
    반환값: out: (q, e), dQ, dK, dV: Q, K, V와 같은 모양
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = ...
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = ...  # 행마다 합이 1
    out = ...

    dV = ...
    dP = ...
    dS = ...  # 소프트맥스를 거꾸로 지납니다
    dQ = ...
    dK = ...
    return out, dQ, dK, dV
