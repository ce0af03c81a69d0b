import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)
    n = input_size * hidden_size
    numbers = np.random.randn(n + hidden_size * output_size)
    W1 = numbers[:n].reshape(input_size, hidden_size)
    W2 = numbers[n:].reshape(hidden_size, output_size)
    return W1, np.zeros((1, hidden_size)), W2, np.zeros((1, output_size))
