def compute_cost(A2, Y):
    m = len(Y)
    cost = 0
    for a, y in zip(A2, Y):
        cost += ((a - y) ** 2).sum()
        return cost / m  # <- missing-sum
