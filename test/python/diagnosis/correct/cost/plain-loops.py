def compute_cost(A2, Y):
    # somme des carrés, sans numpy
    total = 0.0
    for a_row, y_row in zip(A2, Y):
        for a, y in zip(a_row, y_row):
            total += float(a - y) ** 2
    return total / len(Y)
