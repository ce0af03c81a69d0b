import numpy as np


def layer(n_in, n_out):
    np.random.seed(42)  # <- draw-order
    return np.random.randn(n_in, n_out), np.zeros((1, n_out))  # <- draw-order (or)


def initialize_weights(input_size, hidden_size, output_size):
    W1, b1 = layer(input_size, hidden_size)
    W2, b2 = layer(hidden_size, output_size)  # <- draw-order (or)
    return W1, b1, W2, b2
