import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    order = np.random.permutation(100)  # <- draw-order
    W1 = np.random.randn(input_size, hidden_size)  # <- draw-order (or)
    W2 = np.random.randn(hidden_size, output_size)
    return W1, np.zeros((1, hidden_size)), W2, np.zeros((1, output_size))
