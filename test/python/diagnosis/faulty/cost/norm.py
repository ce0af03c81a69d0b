import numpy as np


def compute_cost(A2, Y):
    # 오차 벡터의 길이
    cost = np.linalg.norm(A2 - Y) / Y.shape[0]  # <- root-mean-square
    return cost
