def compute_cost(A2, Y):
    m, n = A2.shape
    total = 0.0
    for i in range(m):
        for k in range(n):
            total += (A2[i, k] - Y[i, k]) ** 2
    return float(total / m)
