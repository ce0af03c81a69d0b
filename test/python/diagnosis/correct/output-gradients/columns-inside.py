import numpy as np


def output_gradients(A1, A2, Y):
    # 열이 샘플인 식으로 계산한 뒤 되돌린다
    a, p, t = A1.T, A2.T, Y.T
    m = t.shape[1]
    dz = p - t
    dw = dz @ a.T / m
    db = dz.sum(axis=1, keepdims=True) / m
    return dz.T, dw.T, db.T
