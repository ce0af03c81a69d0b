import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    limit1 = np.sqrt(6 / (input_size + hidden_size))
    limit2 = np.sqrt(6 / (hidden_size + output_size))
    W1 = np.random.uniform(-limit1, limit1, (input_size, hidden_size))  # <- wrong-distribution
    W2 = np.random.uniform(-limit2, limit2, (hidden_size, output_size))
    return W1, np.zeros((1, hidden_size)), W2, np.zeros((1, output_size))
