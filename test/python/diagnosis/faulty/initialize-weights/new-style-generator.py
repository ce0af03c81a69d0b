import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    rng = np.random.default_rng(42)
    W1 = rng.standard_normal((input_size, hidden_size))  # <- wrong-seed
    b1 = np.zeros((1, hidden_size))
    W2 = rng.standard_normal((hidden_size, output_size))
    b2 = np.zeros((1, output_size))
    return W1, b1, W2, b2
