import numpy as np


def binary_cross_entropy(Z, Y):
    """시그모이드의 평균 교차 엔트로피와 그 기울기.

    Z: 점수, (m, 1), 크기는 제한 없음; Y: 0 또는 1, (m, 1)
    반환값: loss: 수 하나, dZ: (m, 1)
    """
    m = Z.shape[0]
    A = ...  # Z의 시그모이드

    # 샘플에 대한 평균, 0의 로그를 거치지 않을 것:
    # np.logaddexp(0, Z)는 1 + e^Z의 로그
    loss = ...
    dZ = ...  # Z에 대한 기울기
    return loss, dZ
