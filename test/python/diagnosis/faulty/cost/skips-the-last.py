def compute_cost(A2, Y):
    m = A2.shape[0]
    total = 0.0
    for i in range(m - 1):  # <- missing-sum
        for j in range(A2.shape[1]):
            total += (A2[i, j] - Y[i, j]) ** 2
    return total / m  # <- missing-sum (or)
