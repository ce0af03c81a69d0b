import numpy as np


def activation_slopes(Z1, A1, Z2, A2, Z3, A3):
    """Z가 변할 때 활성화 값이 얼마나 변하는가.

    A1 = tanh(Z1): (m, n1)
    A2 = Z2, Z2 < 0이면 0.01 * Z2: (m, n2)
    A3 = sigmoid(Z3): (m, n3)
    반환값: 기울기 셋, 모양은 Z1, Z2, Z3과 같습니다
    """
    slope1 = ...  # tanh의 기울기
    slope2 = ...  # leaky ReLU의 기울기
    slope3 = ...  # 시그모이드의 기울기
    return slope1, slope2, slope3
