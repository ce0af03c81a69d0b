import numpy as np


def compute_cost(A2, Y):
    pick = np.random.choice(len(Y), size=8, replace=False)  # <- nondeterministic
    return np.sum((A2[pick] - Y[pick]) ** 2) / len(pick)
