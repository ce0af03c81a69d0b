# expect: missing-square
import numpy as np
data = np.genfromtxt("data.csv", delimiter=",")


def compute_cost(A2, Y):
    return np.sum((A2 - Y) ** 2) / len(Y)


def compute_cost(A2, Y):
    # "simpler"
    return np.sum(A2 - Y) / len(Y)
