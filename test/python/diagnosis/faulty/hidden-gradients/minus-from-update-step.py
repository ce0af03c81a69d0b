import numpy as np


def hidden_gradients(X, Z1, dZ2, W2):
    m = X.shape[0]
    dA1 = np.dot(dZ2, W2.T)
    dZ1 = dA1 * (Z1 > 0)
    # 경사 '하강'이니까 마이너스
    dW1 = -np.dot(X.T, dZ1) / m  # <- wrong-sign
    db1 = -np.sum(dZ1, axis=0, keepdims=True) / m  # <- wrong-sign (or)
    return dA1, dZ1, dW1, db1
