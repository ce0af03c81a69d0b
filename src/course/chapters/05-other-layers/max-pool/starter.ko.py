import numpy as np


def max_pool(x, size, dout):
    """창마다 가장 큰 수, 그리고 되돌아가기.

    x: (a * size, b * size), dout: (a, b)
    반환값: out: (a, b), dx: x와 같은 모양
    가장 큰 수가 여럿이면 오차는 한 번만 되돌려보냅니다
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = ...  # 최댓값의 자리
            ...  # out[i, j]
            ...  # 오차를 dx의 그 자리로 보냅니다

    return out, dx
