def relu(x):
    rows, cols = x.shape
    for i in range(rows):
        for j in range(cols):
            if x[i, j] < 0:
                x[i, j] = 0  # <- input-mutated
    return x
