import numpy as np


def l2_penalty(X, Y, W, b, lam):
    """W에 벌점을 주는 선형 층의 손실과 기울기.

    X: (m, n), Y: (m, k), W: (n, k), b: (1, k)
    lam: 벌점의 세기
    반환값: loss: 수, dW: (n, k), db: (1, k)
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = ...  # 가중치 제곱 합의 절반에 lam 곱하기
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = ...  # 벌점의 기울기
    dW = data_gradient + penalty_gradient
    db = ...
    return loss, dW, db
