import numpy as np


def adam(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """기울기마다 한 걸음씩 가는 Adam.

    W: (n, k), b: (1, k)
    dWs: (걸음 수, n, k), dbs: (걸음 수, 1, k)
    반환값: W, b, 그리고 평균 mW, mb, vW, vb
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        # 기울기의 평균과 제곱의 평균
        mW = ...
        mb = ...
        vW = ...
        vb = ...

        # 시작을 보정하고 한 걸음
        W = ...
        b = ...

    return W, b, mW, mb, vW, vb
