def compute_cost(pred, target):
    total = 0
    for p_row, t_row in zip(pred, target):
        for p, t in zip(p_row, t_row):
            total += abs(p - t)  # <- mean-absolute-error
    return total / len(target)
