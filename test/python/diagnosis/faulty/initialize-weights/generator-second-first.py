import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    rng = np.random.RandomState(42)
    b1 = np.zeros((1, hidden_size))
    b2 = np.zeros((1, output_size))
    W2 = rng.randn(hidden_size, output_size)  # <- draw-order
    W1 = rng.randn(input_size, hidden_size)  # <- draw-order (or)
    return W1, b1, W2, b2
