import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    W1 = np.random.normal(size=(input_size, hidden_size))
    b1 = np.full((1, hidden_size), 0.0)
    W2 = np.random.normal(loc=0.0, scale=1.0, size=(hidden_size, output_size))
    b2 = np.full((1, output_size), 0.0)
    return W1, b1, W2, b2
