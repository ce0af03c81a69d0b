import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    rng = np.random.RandomState(42)
    W1 = rng.randn(input_size, hidden_size)
    noise = rng.randn()
    W2 = rng.randn(hidden_size, output_size)  # <- draw-order
    return W1, np.zeros((1, hidden_size)), W2, np.zeros((1, output_size))
