# skipped: 4, 27
# 2층 신경망 순전파
import numpy as np
from 도우미 import 그래프_그리기

학습률 = 0.01
은닉층_크기: int = 5


def 렐루(값):
    """음수를 0으로 바꾼다."""
    return np.maximum(0, 값)


def 한_층(입력, 가중치, 편향):
    선형 = 입력 @ 가중치 + 편향
    return 선형, 렐루(선형)


def forward_propagation(X, W1, b1, W2, b2):
    Z1, 은닉 = 한_층(X, W1, b1)
    Z2, 출력 = 한_층(은닉, W2, b2)
    return Z1, 은닉, Z2, 출력


print(f"학습률은 {학습률}입니다")
그래프_그리기([1, 2, 3])
