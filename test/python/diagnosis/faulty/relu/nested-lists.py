def relu(x):
    return [[v if v > 0 else 0 for v in row] for row in x]  # <- not-numeric
