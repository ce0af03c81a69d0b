import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    W1 = np.random.randn(input_size, hidden_size)
    W2 = np.random.randn(hidden_size, output_size)
    b1 = b2 = 0.0  # <- wrong-shape
    return W1, b1, W2, b2
