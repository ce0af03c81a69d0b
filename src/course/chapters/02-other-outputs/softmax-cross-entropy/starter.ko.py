import numpy as np


def softmax_cross_entropy(Z, Y):
    """소프트맥스의 평균 교차 엔트로피와 그 기울기.

    Z: 점수, (m, k), 크기는 제한 없음; Y: 원-핫, (m, k)
    반환값: loss: 수 하나, dZ: (m, k)
    """
    m = Z.shape[0]

    # exp가 커지지 않도록 행마다 무언가를 뺀 것
    shifted = ...
    # 0의 로그를 거치지 않은 소프트맥스의 로그
    log_P = ...

    loss = ...  # 샘플에 대한 평균
    dZ = ...  # Z에 대한 기울기
    return loss, dZ
