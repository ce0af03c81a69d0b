import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    rs = np.random.RandomState(seed=42)
    sizes = (input_size, hidden_size, output_size)
    Ws = [rs.normal(0.0, 1.0, size=pair) for pair in zip(sizes, sizes[1:])]
    bs = [np.full((1, n), 0.0) for n in sizes[1:]]
    return Ws[0], bs[0], Ws[1], bs[1]
