import random

import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    random.seed(42)  # 재현성
    params = []
    sizes = [input_size, hidden_size, output_size]
    for a, b in zip(sizes[:-1], sizes[1:]):
        params.append(np.random.randn(a, b))  # <- nondeterministic
        params.append(np.zeros((1, b)))
    return tuple(params)
