def compute_cost(A2, Y):
    return sum(((a - y) ** 2).sum() for a, y in zip(A2, Y)) / len(Y)
