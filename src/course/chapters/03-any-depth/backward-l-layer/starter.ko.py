import numpy as np


def backward_propagation(X, Y, Zs, As, Ws):
    """층이 몇 개이든 계산하는 신경망의 기울기.

    X: (m, n_in), Y: (m, n_out)
    Zs = [Z1, ..., ZL], As = [A1, ..., AL], Ws = [W1, ..., WL]
    반환값: dWs, dbs: 리스트 둘, 모양은 Ws, 편향과 같습니다
    """
    m = X.shape[0]
    L = len(Ws)
    dWs, dbs = [None] * L, [None] * L

    dZ = ...  # 출력의 오차
    for i in reversed(range(L)):
        below = ...  # 층 i에 들어온 값
        dWs[i] = ...
        dbs[i] = ...
        if i > 0:
            dA = ...
            dZ = ...

    return dWs, dbs
