import numpy as np


def batchnorm(X, gamma, beta, eps, dout):
    """배치 정규화, 순전파와 역전파.

    X, dout: (m, n), gamma, beta: (1, n), eps: 수
    반환값: out, dX: (m, n), dgamma, dbeta: (1, n)
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = ...
    X_hat = ...
    out = ...

    dgamma = ...
    dbeta = ...
    dX_hat = ...
    dX = ...  # 곧바로, 평균을 지나, 분산을 지나
    return out, dX, dgamma, dbeta
