import numpy as np


def rnn(X, h0, Wx, Wh, b, dH):
    """시퀀스를 읽는 순환층, 그리고 되돌아가기.

    X: (시점, n), h0, b: (k,), Wx: (n, k), Wh: (k, k)
    dH: (시점, k), 상태마다 자기 출력의 오차
    반환값: H: (시점, k), dh0, dWx, dWh, db
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = ...  # 이 상태의 두 오차
        dz = ...  # tanh를 거꾸로 지납니다
        # 시점마다 dWx, dWh, db에 몫을 더합니다
        ...
        dh_next = ...  # 앞 시점으로 갑니다

    return H, dh_next, dWx, dWh, db
