# expect: not-returned
import numpy as np


# 비용함수(MSE)
def compute_cost(A_2, Y):
    m = Y.shape[0]
    cost = (1/m) * np.sum((A_2 - Y)**2)
