import numpy as np


def inputs(rng, a, b, s):
    """Whole numbers, as in an image: some windows hold their largest number twice, some only negative ones."""
    x = rng.randint(-9, 9, (a * s, b * s)).astype(float)
    x[:s, :s] = -np.abs(x[:s, :s]) - 1
    for i in range(0, a, 2):
        row, column = i * s, (b - 1) * s
        x[row, column + s - 1] = 11.0
        x[row + s - 1, column] = 11.0
    return {"x": x}
