import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    W2 = np.random.randn(hidden_size, output_size)  # <- draw-order
    b2 = np.zeros((1, output_size))
    W1 = np.random.randn(input_size, hidden_size)  # <- draw-order (or)
    b1 = np.zeros((1, hidden_size))
    return W1, b1, W2, b2
