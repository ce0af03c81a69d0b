import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    W1 = np.random.standard_normal((input_size, hidden_size))
    W2 = np.random.standard_normal((hidden_size, output_size))
    b1, b2 = np.zeros([1, hidden_size]), np.zeros([1, output_size])
    return [W1, b1, W2, b2]
