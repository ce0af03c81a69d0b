# skipped: 9-10
import numpy as np


def compute_cost(A2, Y):
    return np.sum((A2 - Y) ** 2) / A2.shape[0]


for i in range(10 ** 7):
    print("Epoch", i, "cost", compute_cost(np.ones((2, 1)), np.zeros((2, 1))), "x" * 500)
