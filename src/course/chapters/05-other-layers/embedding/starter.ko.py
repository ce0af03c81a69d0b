import numpy as np


def embedding(ids, E, dout):
    """단어 벡터의 평균, 그리고 E로 되돌아가기.

    ids: (m, n), 정수; E: (v, d); dout: (m, d)
    반환값: out: (m, d), dE: (v, d)
    """
    n = ids.shape[1]
    out = ...  # 찾아와서 단어에 대해 평균합니다

    dE = ...
    ...  # 자리마다 자기 단어의 행에 몫을 더합니다
    return out, dE
