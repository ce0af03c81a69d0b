import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    w1 = 2 * np.random.random((input_size, hidden_size)) - 1  # <- wrong-distribution
    w2 = 2 * np.random.random((hidden_size, output_size)) - 1
    return w1, np.zeros((1, hidden_size)), w2, np.zeros((1, output_size))
