import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    he = lambda fan_in, fan_out: np.random.randn(fan_in, fan_out) * np.sqrt(2 / fan_in)  # <- wrong-distribution
    W1 = he(input_size, hidden_size)  # <- wrong-distribution (or)
    W2 = he(hidden_size, output_size)
    return W1, np.zeros((1, hidden_size)), W2, np.zeros((1, output_size))
