import numpy as np


def forward_propagation(X, W1, b1, W2, b2):
    # 회귀 문제라서 출력층에는 활성화 함수를 쓰지 않는다
    Z1 = X.dot(W1) + b1
    A1 = np.where(Z1 > 0, Z1, 0)
    Z2 = A1.dot(W2) + b2
    return Z1, A1, Z2, Z2  # <- missing-activation
