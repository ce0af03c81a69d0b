import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    # 수식 그대로: 열이 샘플
    m = X.shape[0]
    dz3 = (A3 - Y).T
    dw3 = dz3 @ A2
    dz2 = (W3 @ dz3) * (Z2.T > 0)
    dw2 = dz2 @ A1
    dz1 = (W2 @ dz2) * (Z1.T > 0)
    dw1 = dz1 @ X
    db = [dz.sum(axis=1, keepdims=True).T / m for dz in (dz1, dz2, dz3)]
    return dw1.T / m, db[0], dw2.T / m, db[1], dw3.T / m, db[2]
