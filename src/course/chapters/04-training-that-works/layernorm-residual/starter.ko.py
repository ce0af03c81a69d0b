import numpy as np


def residual_block(X, gamma, beta, W, eps, dout):
    """X에 정규화와 가중치를 지난 가지를 더합니다.

    X, dout: (m, n), gamma, beta: (1, n), W: (n, n)
    반환값: out, dX: (m, n), dW: (n, n),
            dgamma, dbeta: (1, n)
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = ...  # 잔차 연결과 가지

    dW = ...
    dH = ...
    dgamma = ...
    dbeta = ...
    dX_hat = ...
    branch = ...  # 정규화를 거꾸로 지납니다
    dX = ...  # 가지와 잔차 연결
    return out, dX, dW, dgamma, dbeta
