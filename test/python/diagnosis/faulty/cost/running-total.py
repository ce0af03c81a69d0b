import numpy as np

history = []


def compute_cost(A2, Y):
    """평균제곱오차"""
    history.append(np.sum((A2 - Y) ** 2) / len(Y))
    return sum(history)  # <- nondeterministic
